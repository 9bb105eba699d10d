using Npgsql;

namespace EgovSites.Tests.Hosting;

/// <summary>A database of its own on the PostgreSQL server that <c>EGOV_TEST_DATABASE</c> names; without it tests run on SQLite.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Server = Environment.GetEnvironmentVariable("EGOV_TEST_DATABASE") ?? "";

    private readonly string _name = $"egov_test_{Guid.NewGuid():N}";

    public static bool IsPostgres => Server.Length > 0;

    /// <summary>The connection string; empty on SQLite.</summary>
    public string ConnectionString => IsPostgres ? new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20, CommandTimeout = 60 }.ConnectionString : "";

    public async Task CreateAsync()
    {
        if (IsPostgres)
        {
            await RunAsync($"CREATE DATABASE {_name}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            await DropAsync();
        }
    }

    // An autovacuum worker in the database is a superuser's process, which an ordinary role may not end: it leaves by itself.
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
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
