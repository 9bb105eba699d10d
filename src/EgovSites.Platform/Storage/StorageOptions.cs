namespace EgovSites.Platform.Storage;

/// <summary>Where the platform keeps what it must not lose.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The folder for SQLite files, media and keys.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; empty means SQLite, one file per tenant.</summary>
    public string Database { get; set; } = "";

    /// <summary>
    /// The id of the platform that must be found here; empty: whichever it is. With one set, none is ever made.
    /// </summary>
    public string Platform { get; set; } = "";

    /// <summary>On PostgreSQL, whether a role that owns the tables is refused instead of warned of.</summary>
    public bool RequireSeparateOwner { get; set; }

    public bool UsesPostgres => Database.Length > 0;
}
