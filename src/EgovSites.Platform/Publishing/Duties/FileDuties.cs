using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using Microsoft.Data.Sqlite;

namespace EgovSites.Platform.Publishing.Duties;

/// <summary>
/// Asks a SQLite file what its site has to do, over a connection that is gone afterwards: an idle site stays closed.
/// </summary>
public sealed class FileDuties(SiteDatabases sites)
{
    // A plan of a withdrawn or binned item counts too: whoever looks closer then finds nothing.
    private const string Question = """
        SELECT (SELECT MIN("NextAttemptAt") FROM "Outbox" WHERE "SetAsideAt" IS NULL),
               (SELECT MIN("At") FROM (
                   SELECT MIN("PublishAt") AS "At" FROM "Translations" WHERE "TenantId" = $tenant AND "PublishAt" > 0 AND "PlanFailedAt" IS NULL
                   UNION ALL SELECT MIN("WithdrawAt") FROM "Translations" WHERE "TenantId" = $tenant AND "WithdrawAt" > 0))
        """;

    /// <summary>
    /// Throws what the file throws, and <see cref="SiteClosedException"/> for one that cannot be trusted.
    /// </summary>
    public async Task<SiteDuty> OfAsync(string tenantId, CancellationToken cancellation)
    {
        sites.LookFirst(tenantId);
        await using var connection =
            await SqliteFile.OpenAsync(sites.FileOf(tenantId), SqliteOpenMode.ReadWrite, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Question;
        command.Parameters.AddWithValue("$tenant", tenantId);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new SiteDuty(Moment(reader, 0), Moment(reader, 1));
    }

    private static DateTimeOffset? Moment(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
