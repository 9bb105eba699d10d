using Npgsql;

namespace EgovSites.Tests.Hosting;

/// <summary>A database of its own on the PostgreSQL server that <c>EGOV_TEST_DATABASE</c> names; without it tests run on SQLite.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Server = Environment.GetEnvironmentVariable("EGOV_TEST_DATABASE") ?? "";

    private readonly string _name = $"egov_test_{Guid.NewGuid():N}";

    public static bool IsPostgres => Server.Length > 0;

    /// <summary>The connection string; empty on SQLite.</summary>
    public string ConnectionString => IsPostgres ? new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ConnectionString : "";

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
            await RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
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
