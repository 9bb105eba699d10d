namespace EgovSites.Platform.Content.Types;

/// <summary>Several kinds of bodies under one name, as the directory and the portal's tabs show them.</summary>
public sealed record KindGroup(string Value, string Icon)
{
    public const string Localities = "localities";

    /// <summary>In the order in which a reader meets them.</summary>
    public static IReadOnlyList<KindGroup> All { get; } =
    [
        new("ministries", "capitol"),
        new("agencies", "building"),
        new("regions", "map"),
        new(Localities, "city"),
    ];

    /// <summary>The key of its name among the interface words.</summary>
    public string Words => "group." + Value;
}
