using EgovSites.Platform.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace EgovSites.Platform.Backups;

/// <summary>Copies a SQLite file through SQLite itself, so that readers and writers of the original go on.</summary>
internal static class SqliteCopy
{
    /// <summary>
    /// A whole and checked copy in one file; gives its rows by table. Throws when the original is damaged.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, long>> MakeAsync(
        string from, string to, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (!File.Exists(from))
        {
            throw new InvalidDataException($"The database file {from} is missing.");
        }

        await using (var source = await SqliteFile.OpenAsync(from, SqliteOpenMode.ReadWrite, cancellation))
        await using (var target = await SqliteFile.OpenAsync(to, SqliteOpenMode.ReadWriteCreate, cancellation))
        {
            source.BackupDatabase(target);
            // One file, without a log beside it that could be forgotten.
            await SqliteFile.RunAsync(target, "PRAGMA journal_mode=DELETE", cancellation);
        }

        return await LookAsync(to, cancellation);
    }

    /// <summary>
    /// Reads a whole copy and gives its rows by table; throws <see cref="InvalidDataException"/> when it is damaged.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, long>> LookAsync(string file, CancellationToken cancellation)
    {
        await SqliteFile.InspectAsync(file, SqliteOpenMode.ReadOnly, cancellation);
        return await CountAsync(file, SqliteOpenMode.ReadOnly, cancellation);
    }

    public static async Task<IReadOnlyDictionary<string, long>> CountAsync(
        string file, SqliteOpenMode mode, CancellationToken cancellation)
    {
        await using var connection = await SqliteFile.OpenAsync(file, mode, cancellation);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync(connection, cancellation))
        {
            rows[table] = await SqliteFile.NumberAsync(connection, $"SELECT count(*) FROM \"{table}\"", cancellation);
        }

        return rows;
    }

    private static async Task<List<string>> TablesAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
