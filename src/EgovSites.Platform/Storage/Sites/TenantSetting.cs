using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>Tells PostgreSQL whose rows this connection may touch, each time it is taken from the pool.</summary>
internal sealed class TenantSetting(string tenantId) : DbConnectionInterceptor
{
    // For the session, not the transaction: reads outside a transaction are then covered too.
    // Npgsql discards session settings when a connection goes back, so none leaks to the next tenant.
    private const string Set = "SELECT set_config('app.tenant', @tenant, false)";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Set;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "tenant";
        parameter.Value = tenantId;
        command.Parameters.Add(parameter);
        return command;
    }
}
