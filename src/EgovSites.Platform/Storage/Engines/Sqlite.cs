using Microsoft.Data.Sqlite;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>How every SQLite file of the platform is opened.</summary>
internal static class Sqlite
{
    /// <summary>
    /// Five seconds is how long a writer waits for another before the visitor is asked to try again. SQLite's own
    /// default stays, synchronous=FULL: with NORMAL a power cut loses rows that were already acknowledged.
    /// </summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWrite,
        DefaultTimeout = 5,
        ForeignKeys = true,
        Pooling = true,
    }.ConnectionString;
}
