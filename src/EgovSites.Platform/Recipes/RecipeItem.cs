using System.Text.Json.Nodes;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;

namespace EgovSites.Platform.Recipes;

/// <summary>Reads the language versions of one Orchard item into one item of ours.</summary>
internal static class RecipeItem
{
    // Where Orchard keeps the fields of the platform's own parts.
    private static readonly Dictionary<string, (string Part, string Property)> Places = new(StringComparer.Ordinal)
    {
        [FieldNames.Title] = ("TitlePart", "Title"),
        [FieldNames.Slug] = ("AutoroutePart", "Path"),
        [FieldNames.Summary] = ("SummaryPart", "Summary"),
        [FieldNames.Body] = ("MarkdownBodyPart", "Markdown"),
        [FieldNames.ShownAt] = ("SchedulePart", "ShownAt"),
        [FieldNames.Deadline] = ("DeadlinePart", "Deadline"),
        [FieldNames.Picture] = ("MediaPart", ""),
        [FieldNames.Files] = ("FilesPart", ""),
        [FieldNames.Topic] = ("TermsPart", "Topic"),
        [FieldNames.Order] = ("OrderPart", "Order"),
        [FieldNames.PageTitle] = ("SeoMetaPart", "PageTitle"),
        [FieldNames.PageDescription] = ("SeoMetaPart", "MetaDescription"),
    };

    public static Item Read(ContentType type, List<JsonObject> set, RecipeRun run)
    {
        var item = new Item
        {
            Id = Ids.New(),
            Type = type.Name,
            Revision = 1,
            CreatedAt = run.Now,
            CreatedBy = Publication.ByRecipe,
            ChangedAt = run.Now,
            ChangedBy = Publication.ByRecipe
        };
        foreach (var source in set)
        {
            ReadLanguage(type, source, item, run);
        }

        if (SourceLanguage.Of(item) is { } origin)
        {
            origin.MadeFrom = 0;
        }

        return item;
    }

    private static void ReadLanguage(ContentType type, JsonObject source, Item item, RecipeRun run)
    {
        var culture = ContentStep.CultureOf(source);
        if (item.In(culture) is not null)
        {
            throw new RecipeException($"The set of '{source["ContentItemId"]}' has two items in {culture}.");
        }

        var translation = new Translation { ItemId = item.Id, Culture = culture, ChangedIn = 1, MadeFrom = 1 };
        foreach (var field in type.Fields.Where(field => field.Localizable || !item.Shared.Has(field.Name)
            || HoldsFiles(field)))
        {
            var value = ValueOf(type, field, source, culture, run);
            if (field.Localizable)
            {
                translation.Fields[field.Name] = value;
            }
            else if (!item.Shared.Has(field.Name))
            {
                item.Shared[field.Name] = value;
            }
        }

        translation.Title = translation.Fields.Text(FieldNames.Title);
        translation.State = source["Published"]?.GetValue<bool>() == true ? TranslationState.Published
            : TranslationState.Draft;
        item.Translations.Add(translation);
    }

    private static JsonNode? ValueOf(
        ContentType type, FieldDefinition field, JsonObject source, string culture, RecipeRun run)
    {
        var node = Places.TryGetValue(field.Name, out var place) && source[place.Part] is { } part
            ? place.Property.Length > 0 ? part[place.Property] : part
            : source[type.Name]?[field.Name];
        if (node is null)
        {
            return null;
        }

        return HoldsFiles(field) ? FilesOf(node, culture, run) : FieldTypes.Of(field).FromRecipe(node);
    }

    // Shared by all languages, yet each brings its own words about them.
    private static bool HoldsFiles(FieldDefinition field) =>
        FieldTypes.Of(field) is MediaField and not ContentPickerField;

    private static JsonNode? FilesOf(JsonNode node, string culture, RecipeRun run)
    {
        var paths = (node["Paths"] as JsonArray ?? []).Select(path => path!.ToString()).ToList();
        var texts = (node["MediaTexts"] as JsonArray ?? []).Select(text => text!.ToString()).ToList();
        var files = paths.Select(path => run.Media.GetValueOrDefault(path)
            ?? throw new RecipeException($"The file '{path}' is not in the library.")).ToList();
        foreach (var (file, text) in files.Zip(texts).Where(pair => pair.First.Alt[culture].Length == 0))
        {
            file.Alt = file.Alt.With(culture, text);
        }

        return files.Count == 0 ? null : MediaField.Of([.. files.Select(file => file.Id)]);
    }
}
