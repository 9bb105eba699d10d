using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>
/// Who may change the tables and who only works with their rows. Forced row level security holds against a role that
/// owns the tables only as long as that role leaves it standing; one that owns nothing cannot take it down.
/// </summary>
internal static class PostgresRoles
{
    /// <summary>Whether the role of the connection owns any of the tables, or may become their owner.</summary>
    public static Task<bool> OwnsTablesAsync(HostDbContext host, CancellationToken cancellation) => host.Database
        .SqlQuery<bool>($"""
            SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('host', 'site') AND c.relkind = 'r' AND pg_has_role(c.relowner, 'MEMBER')) AS "Value"
            """)
        .SingleAsync(cancellation);

    /// <summary>Whether the role of the connection may make the schemas in an empty database.</summary>
    public static Task<bool> MayMakeAsync(HostDbContext host, CancellationToken cancellation) => host.Database
        .SqlQuery<bool>($"SELECT has_database_privilege(current_database(), 'CREATE') AS \"Value\"")
        .SingleAsync(cancellation);

    /// <summary>
    /// Throws <see cref="InvalidDataException"/> for a role that is not there, or that no wall would hold.
    /// </summary>
    public static async Task RefuseServingAsync(HostDbContext host, string role, CancellationToken cancellation)
    {
        var ordinary = await host.Database
            .SqlQuery<bool>(
                $"SELECT NOT (rolsuper OR rolbypassrls OR pg_has_role(oid, current_user, 'MEMBER')) AS \"Value\" FROM pg_roles WHERE rolname = {role}")
            .ToListAsync(cancellation);
        if (ordinary is not [true])
        {
            throw new InvalidDataException(ordinary.Count == 0
                ? $"There is no role {role}. Make it first: CREATE ROLE {role} LOGIN."
                : $"The role {role} is the owner, may become the owner or bypasses row level security; the sites need an ordinary role beside the owner.");
        }
    }

    /// <summary>Lets a role read and write the rows, and nothing else.</summary>
    public static Task GrantAsync(HostDbContext host, string role, CancellationToken cancellation)
    {
        var name = "\"" + role.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        var grants = $"""
            REVOKE ALL ON ALL TABLES IN SCHEMA host, site FROM {name};
            REVOKE ALL ON SCHEMA host, site FROM {name};
            GRANT USAGE ON SCHEMA host, site TO {name};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA host, site TO {name};
            REVOKE INSERT, UPDATE, DELETE ON host."SchemaVersion" FROM {name};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA host, site TO {name};
            """;
        return host.Database.ExecuteSqlRawAsync(grants.Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal), cancellation);
    }
}
