using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using EgovSites.Platform.Content.Checks;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Content.Definitions;

/// <summary>One numbered, immutable version of the standard: types, taxonomies, kinds of bodies, terms.</summary>
public sealed class Standard
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private readonly FrozenDictionary<string, ContentType> _byName;
    private readonly FrozenDictionary<string, ContentType> _bySection;

    internal Standard(string folder, StandardFile file, IReadOnlyList<ContentType> types,
        IReadOnlyDictionary<string, Taxonomy> taxonomies, IReadOnlyList<Kind> kinds)
    {
        (Folder, Version, Appeals, Accents) = (folder, file.Version, file.Appeals, file.Accents);
        (MenuLimit, MenuKeeps) = (file.MenuLimit, file.MenuKeeps);
        (ContactsSection, Home, Types, Taxonomies, Kinds) = (file.ContactsSection, file.Home, types, taxonomies, kinds);
        Glossary = Glossary.Read(folder);
        _byName = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        _bySection = types.ToFrozenDictionary(type => type.Section, StringComparer.Ordinal);
    }

    public string Folder { get; }

    /// <summary>The official names all sites write alike.</summary>
    public Glossary Glossary { get; }

    public string Version { get; }

    public AppealTerms Appeals { get; }

    public IReadOnlyList<string> Accents { get; }

    /// <summary>How many entries a level of a site's menu holds.</summary>
    public int MenuLimit { get; }

    /// <summary>The sections to which every site's menu leads.</summary>
    public IReadOnlyList<string> MenuKeeps { get; }

    /// <summary>The section whose first item gives the footer its address and telephone.</summary>
    public string ContactsSection { get; }

    /// <summary>Which sections an agency's home page shows, and where.</summary>
    public HomeSections Home { get; }

    public IReadOnlyList<ContentType> Types { get; }

    public IReadOnlyDictionary<string, Taxonomy> Taxonomies { get; }

    public IReadOnlyList<Kind> Kinds { get; }

    public ContentType? Type(string name) => _byName.GetValueOrDefault(name);

    public ContentType? Section(string section) => _bySection.GetValueOrDefault(section);

    public Kind? Kind(string value) => Kinds.FirstOrDefault(kind => kind.Value == value);
}

internal sealed record StandardFile
{
    public required string Version { get; init; }
    public required AppealTerms Appeals { get; init; }
    public required int MenuLimit { get; init; }
    public required IReadOnlyList<string> MenuKeeps { get; init; }
    public required IReadOnlyList<string> Accents { get; init; }
    public required string ContactsSection { get; init; }
    public required HomeSections Home { get; init; }
}
