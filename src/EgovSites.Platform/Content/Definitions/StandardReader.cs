using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Content.Definitions;

/// <summary>Reads one version of the standard from its folder and refuses it whole when one file is wrong.</summary>
public static partial class StandardReader
{
    private sealed record KindsFile(string Name, IReadOnlyList<Kind> Terms);

    /// <summary>
    /// The standard in a folder; a malformed or contradictory file throws <see cref="StandardException"/> with file,
    /// line and reason.
    /// </summary>
    public static Standard Read(string folder)
    {
        var file = ReadFile<StandardFile>(Path.Combine(folder, "standard.json"), out _);
        var taxonomies = Directory.GetFiles(Path.Combine(folder, "taxonomies"), "*.json").Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) != "kinds.json")
            .Select(path => ReadFile<Taxonomy>(path, out _))
            .ToDictionary(taxonomy => taxonomy.Name, StringComparer.Ordinal);
        var kinds = ReadFile<KindsFile>(Path.Combine(folder, "taxonomies", "kinds.json"), out _).Terms;
        var types = ReadTypes(Path.Combine(folder, "types"), taxonomies);
        return file.Home.Sections.Append(file.ContactsSection)
            .FirstOrDefault(section => types.All(type => type.Section != section)) is { } unknown
            ? throw StandardException.At(
                Path.Combine(folder, "standard.json"), 1, $"no type has the section '{unknown}'.")
            : new Standard(folder, file, types, taxonomies, kinds);
    }

    private static List<ContentType> ReadTypes(string folder, Dictionary<string, Taxonomy> taxonomies)
    {
        var types = new List<ContentType>();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var type = ReadFile<ContentType>(path, out var text);
            type.Fields = [.. type.Parts.SelectMany(part => FieldsOf(part, taxonomies, path, text))];
            Check(type, types, path, text);
            types.Add(type);
        }

        return types;
    }

    private static T ReadFile<T>(string path, out string text)
    {
        text = File.ReadAllText(path);
        try
        {
            return JsonSerializer.Deserialize<T>(text, Standard.Json)
                ?? throw StandardException.At(path, 1, "the file is empty.");
        }
        catch (JsonException error)
        {
            throw new StandardException($"{path}, line {(error.LineNumber ?? 0) + 1}: {error.Message}", error);
        }
    }

    private static IEnumerable<FieldDefinition> FieldsOf(
        TypePart part, Dictionary<string, Taxonomy> taxonomies, string path, string text)
    {
        if (Parts.FieldsOf(part.Name) is { } known)
        {
            return part.Fields.Count == 0
                ? known.Select(field => WithTaxonomy(field, taxonomies, path, text))
                : throw Wrong(path, text, part.Name,
                    "this part of the platform brings its own fields; the declaration must not list any.");
        }

        return part.Fields.Select(field => WithTaxonomy(field, taxonomies, path, text));
    }

    private static FieldDefinition WithTaxonomy(
        FieldDefinition field, Dictionary<string, Taxonomy> taxonomies, string path, string text)
    {
        if (!field.Settings.TryGetProperty("taxonomy", out var name))
        {
            return field;
        }

        if (!taxonomies.TryGetValue(name.GetString() ?? "", out var taxonomy))
        {
            throw Wrong(path, text, field.Name, $"there is no taxonomy '{name}'.");
        }

        var settings = JsonNode.Parse(field.Settings.GetRawText())!.AsObject();
        settings["options"] = JsonSerializer.SerializeToNode(taxonomy.Terms, Standard.Json);
        return field with { Settings = JsonSerializer.SerializeToElement(settings) };
    }

    private static void Check(ContentType type, List<ContentType> others, string path, string text)
    {
        Refuse(!SectionName()
            .IsMatch(type.Section), type.Section, "a section is lower-case Latin letters and hyphens.");
        Refuse(others.Any(other => other.Name == type.Name), type.Name, "another file declares the same type.");
        Refuse(others.Any(other => other.Section == type.Section), type.Section, "another type has the same section.");
        Refuse(!type.Has(FieldNames.Title), type.Name, "a type needs the TitlePart.");
        Refuse(type.ReviewEveryDays is < 1
            or > 3650, "reviewEveryDays", "what is confirmed now and then is confirmed every 1 to 3650 days.");
        Refuse(type.List.PageSize is < 1 or > 200, "list", "a page holds 1 to 200 items.");
        Refuse(type.Behaviours.HasDetailPage
            && !type.Has(FieldNames.Slug), "hasDetailPage", "a page of its own needs the RoutePart.");
        Refuse(type.Behaviours.Expires
            && !type.Has(FieldNames.Deadline), "expires", "what expires needs the DeadlinePart.");
        Refuse(type.Behaviours.ArchivedByMonth
            && !type.Has(FieldNames.ShownAt), "archivedByMonth", "an archive by month needs the SchedulePart.");
        Refuse(type.List.Order == ListOrder.Deadline
            && !type.Has(FieldNames.Deadline), "list", "the order 'deadline' needs the DeadlinePart.");
        Refuse(type.List.Order == ListOrder.Order
            && !type.Has(FieldNames.Order), "list", "the order 'order' needs the OrderPart.");
        Refuse(type.List.Order == ListOrder.Starts
            && !type.Has(FieldNames.StartsAt), "list", "the order 'starts' needs a field StartsAt.");
        foreach (var filter in type.List.Filters)
        {
            Refuse(type.Field(filter) is not { Localizable: false, Type: "Choice" or "Date" }, filter,
                $"the filter '{filter}' is no shared choice or date of the type.");
        }

        foreach (var field in type.Fields)
        {
            Refuse(FieldTypes.Find(field.Type) is null, field.Name,
                $"there is no field type '{field.Type}'. Known: {string.Join(", ", FieldTypes.Names)}.");
            Refuse(type.Fields.Count(other => other.Name == field.Name) > 1, field.Name,
                $"the field '{field.Name}' stands twice.");
            var complaint = FieldTypes.Of(field).Complaint(field);
            Refuse(complaint is not null, field.Name, $"the field '{field.Name}' is wrong: {complaint}.");
        }

        foreach (var part in type.Parts.Where(part => Parts.FieldsOf(part.Name) is null))
        {
            Refuse(part.Name != type.Name, part.Name,
                $"there is no part '{part.Name}'. A type's own fields stand in a part with the type's name.");
        }

        void Refuse(bool wrong, string near, string reason)
        {
            if (wrong)
            {
                throw Wrong(path, text, near, reason);
            }
        }
    }

    // JSON gives no line for a fault of meaning, so the line is that of the word the fault is about.
    private static StandardException Wrong(string path, string text, string near, string reason)
    {
        var at = text.IndexOf($"\"{near}\"", StringComparison.Ordinal);
        return StandardException.At(path, text[..Math.Max(at, 0)].Count(letter => letter == '\n') + 1, reason);
    }

    [GeneratedRegex("^[a-z][a-z-]{1,30}$")]
    private static partial Regex SectionName();
}
