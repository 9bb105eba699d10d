using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>
/// Makes and checks a SQLite file, always over a connection: a file stream that closes drops every lock this process
/// holds on the file (SQLite, "How to corrupt", 2.2), and the next outsider takes the write-ahead log away under the
/// pooled connections.
/// </summary>
internal static class SqliteFile
{
    public static async Task CreateAsync(string file, string script, int mark, CancellationToken cancellation)
    {
        DurableFile.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWriteCreate, cancellation);
        await RunAsync(connection, string.Create(CultureInfo.InvariantCulture,
            $"PRAGMA journal_mode=WAL; BEGIN; {script} PRAGMA application_id={mark}; PRAGMA user_version={Schema.Version}; COMMIT;"), cancellation);
    }

    /// <summary>
    /// True when it was older and has grown. Throws <see cref="InvalidDataException"/> for a file that is missing,
    /// empty, newer or of another platform; 0 is any.
    /// </summary>
    public static async Task<bool> CheckAsync(
        string file, int mark, Func<SqliteConnection, int, Task<IReadOnlyList<string>>> growth,
        CancellationToken cancellation)
    {
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            throw new InvalidDataException($"The database file {file} is missing or empty. Restore it from a backup.");
        }

        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, cancellation);
        var version = (int)await NumberAsync(connection, "PRAGMA user_version", cancellation);
        if (version is 0 or > Schema.Version)
        {
            throw new InvalidDataException(
                $"The database file {file} has version {version}; this program needs {Schema.Version}.");
        }

        if (version < Schema.Version)
        {
            await GrowAsync(connection, string.Join('\n', await growth(connection, version)), cancellation);
        }

        await CheckMarkAsync(connection, file, mark, cancellation);
        // A file restored from a copy made by VACUUM INTO has lost this mode.
        await RunAsync(connection, "PRAGMA journal_mode=WAL", cancellation);
        return version < Schema.Version;
    }

    /// <summary>Throws <see cref="InvalidDataException"/> for a file that holds another tenant's settings.</summary>
    public static async Task RefuseOthersAsync(string file, string tenantId, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, cancellation);
        if (await NumberAsync(connection,
            $"""SELECT EXISTS (SELECT 1 FROM "Settings" WHERE "TenantId" <> '{tenantId}')""", cancellation) != 0)
        {
            throw new InvalidDataException($"The database file {file} belongs to another site.");
        }
    }

    /// <summary>
    /// Reads the whole file and throws <see cref="InvalidDataException"/> with the first damage found.
    /// </summary>
    public static async Task InspectAsync(string file, SqliteOpenMode mode, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(file, mode, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (await command.ExecuteScalarAsync(cancellation) is not "ok")
        {
            throw new InvalidDataException($"The database file {file} is damaged. Restore it from a backup.");
        }
    }

    public static async Task<SqliteConnection> OpenAsync(
        string file, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<long> NumberAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    // Two who found it old at once, of two processes perhaps: the second finds it grown when its turn comes.
    private static async Task GrowAsync(SqliteConnection connection, string commands, CancellationToken cancellation)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (await NumberAsync(connection, "PRAGMA user_version", cancellation) < Schema.Version)
        {
            await RunAsync(connection,
                string.Create(CultureInfo.InvariantCulture, $"{commands} PRAGMA user_version={Schema.Version};"),
                cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    // Files of older programs carry no mark, and get it here.
    private static async Task CheckMarkAsync(
        SqliteConnection connection, string file, int mark, CancellationToken cancellation)
    {
        var present = await NumberAsync(connection, "PRAGMA application_id", cancellation);
        if (present == mark || mark == 0)
        {
            return;
        }

        if (present != 0)
        {
            throw new InvalidDataException($"The database file {file} belongs to another platform.");
        }

        await RunAsync(
            connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={mark}"), cancellation);
    }
}
