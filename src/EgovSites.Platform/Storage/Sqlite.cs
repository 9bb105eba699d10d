using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EgovSites.Platform.Storage;

/// <summary>How every SQLite file of the platform is opened.</summary>
internal static class Sqlite
{
    public static IInterceptor Pragmas { get; } = new OnOpen();

    /// <summary>Five seconds is how long a writer waits for another before the visitor is asked to try again.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWrite,
        DefaultTimeout = 5,
        Pooling = true,
    }.ConnectionString;

    private sealed class OnOpen : DbConnectionInterceptor
    {
        // FULL: with NORMAL, a power cut loses rows that were already acknowledged.
        private const string Settings = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            // SQLite has no asynchronous calls; pretending would only cost.
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
