using System.CommandLine;
using EgovSites.Host.Demo;
using EgovSites.Platform.Storage;

namespace EgovSites.Host.Commands;

/// <summary>The options that every verb understands.</summary>
internal static class HostOptions
{
    public static Option<string?> Data { get; } =
        new("--data") { Description = "The folder for databases, media and keys (default: ./data).", Recursive = true };

    public static Option<string?> Database { get; } = new(
        "--database")
    { Description = "A PostgreSQL connection string; without it, SQLite files.", Recursive = true };

    public static Option<string?> Urls { get; } =
        new("--urls") { Description = "Where to listen (default: http://localhost:5080)." };

    public static Option<string?> Agencies { get; } =
        new("--agencies") { Description = "Which sites to make: a number, all, demo, or slugs with commas." };

    /// <summary>
    /// What was asked for, as configuration; what was not asked for stays to appsettings and the environment.
    /// </summary>
    public static Dictionary<string, string?> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        Add($"{StorageOptions.Section}:{nameof(StorageOptions.DataFolder)}", parsed.GetValue(Data));
        Add($"{StorageOptions.Section}:{nameof(StorageOptions.Database)}", parsed.GetValue(Database));
        Add("urls", parsed.GetValue(Urls));
        Add(DemoSites.Setting, parsed.GetValue(Agencies));
        return settings;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                settings[key] = value;
            }
        }
    }
}
