using Npgsql;

namespace EgovSites.Tests.Hosting;

/// <summary>
/// A database of its own on the PostgreSQL server that <c>EGOV_TEST_DATABASE</c> names; without it tests run on SQLite.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Server = Environment.GetEnvironmentVariable("EGOV_TEST_DATABASE") ?? "";

    private readonly string _name = $"egov_test_{Guid.NewGuid():N}";

    public static bool IsPostgres => Server.Length > 0;

    /// <summary>The connection string; empty on SQLite.</summary>
    public string ConnectionString => IsPostgres ? new NpgsqlConnectionStringBuilder(Server)
    {
        Database = _name,
        MaxPoolSize = 20,
        Timeout = 30,
        CommandTimeout = 60,
        CancellationTimeout = 1000,
    }.ConnectionString : "";

    /// <summary>Empty, or as <paramref name="model"/> is, to which nobody may be connected.</summary>
    public async Task CreateAsync(TestDatabase? model = null)
    {
        if (IsPostgres)
        {
            await RunAsync(model is null ? $"CREATE DATABASE {_name}"
                : $"CREATE DATABASE {_name} TEMPLATE {model._name}");
        }
    }

    /// <summary>Ends the connections that a stopped host has left in its pool.</summary>
    public void LetGo()
    {
        if (IsPostgres)
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            LetGo();
            await DropAsync();
        }
    }

    // An autovacuum worker in the database is a superuser's process, which an ordinary role may not end: it leaves by
    // itself.
    private async Task DropAsync(int tries = 5)
    {
        try
        {
            await RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege && tries > 1)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await DropAsync(tries - 1);
        }
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
