using System.Text.Json.Nodes;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Recipes;

/// <summary>
/// Orchard's <c>content</c>: its one item per language become one item with translations, by their localization set.
/// Menus become the site's menu. Published items are published, with everything that follows.
/// </summary>
public sealed class ContentStep(Outbox outbox) : IRecipeStep
{
    private const string MenuType = "Menu";

    public string Name => "content";

    public async Task RunAsync(JsonObject step, RecipeRun run, CancellationToken cancellation)
    {
        var items = (step["Data"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var taken = await TakenSlugsAsync(run, cancellation);
        await PictureLibraryAsync(run, cancellation);
        RecipeMenu.Apply(items.Where(item => TypeOf(item) == MenuType), run);
        foreach (var set in items.Where(item => TypeOf(item) != MenuType).GroupBy(SetOf))
        {
            Import(set.ToList(), run, taken);
        }

        await run.Db.SaveChangesAsync(cancellation);
    }

    private void Import(
        List<JsonObject> set, RecipeRun run, HashSet<(string Section, string Culture, string Slug)> taken)
    {
        var type = run.Standard.Type(TypeOf(set[0]))
            ?? throw new RecipeException($"There is no content type '{TypeOf(set[0])}'.");
        var item = RecipeItem.Read(type, set, run);
        run.Db.Add(item);
        var shownAt = item.Shared.Instant(FieldNames.ShownAt) is { } stated && stated < run.Now ? stated : run.Now;
        var media = run.Media.Values.ToDictionary(file => file.Id);
        foreach (var translation in item.Translations.Where(
            translation => translation.State == TranslationState.Published))
        {
            var slug = SlugChooser.Choose(
                item, translation, wish => taken.Contains((type.Section, translation.Culture, wish)));
            taken.Add((type.Section, translation.Culture, slug));
            var page = PublicationWriter.Write(type, item, translation, slug, media, item.CreatedBy, shownAt);
            page.FilesKept = true;
            run.Db.Add(page);
            run.Db.AddRange(PublishedFiles.Of(page));
            translation.PublishedRevision = item.Revision;
            if (type.Behaviours.Aggregated)
            {
                outbox.Add(run.Db, item.Id, translation.Culture);
            }
        }

        run.Db.Add(Revisions.Of(item, item.CreatedBy, run.Now));
    }

    private static async Task<HashSet<(string, string, string)>> TakenSlugsAsync(
        RecipeRun run, CancellationToken cancellation)
    {
        var rows = await run.Db.Set<Publication>().Select(row => new { row.Section, row.Culture, row.Slug })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => (row.Section, row.Culture, row.Slug))];
    }

    // A second recipe may use the pictures that the first one brought.
    private static async Task PictureLibraryAsync(RecipeRun run, CancellationToken cancellation)
    {
        foreach (var file in await run.Db.Set<MediaFile>().ToListAsync(cancellation))
        {
            run.Media.TryAdd(file.FileName, file);
        }
    }

    private static string TypeOf(JsonObject item) => item["ContentType"]?.ToString() ?? "";

    private static string SetOf(JsonObject item) =>
        item["LocalizationPart"]?["LocalizationSet"]?.ToString() ?? item["ContentItemId"]?.ToString() ?? Ids.New();

    internal static string CultureOf(JsonObject item) =>
        Cultures.Parse(item["LocalizationPart"]?["Culture"]?.ToString()) ?? Cultures.Default;
}
