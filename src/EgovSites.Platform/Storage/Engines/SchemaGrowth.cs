using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>
/// Works out what an older store lacks beside the model: tables, columns and indexes, never anything to rename or
/// remove. A new column that may not be null begins with its default, else with the empty value of its kind.
/// </summary>
internal static class SchemaGrowth
{
    /// <summary>The commands that make the store whole, in order, and the tables they create.</summary>
    public static async Task<(IReadOnlyList<string> Commands, IReadOnlyList<string> NewTables)> FindAsync(
        DbContext db, DbConnection connection, CancellationToken cancellation)
    {
        var present = await ReadAsync(connection, db.Model.GetDefaultSchema(), cancellation);
        var model = db.GetService<IDesignTimeModel>().Model;
        var whole = db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel());
        var lacking = whole.SelectMany(one => Lacking(one, present)).ToList();
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(lacking, model);
        return ([.. commands.Select(command => command.CommandText)],
            [.. lacking.OfType<CreateTableOperation>().Select(table => table.Name)]);
    }

    private static IEnumerable<MigrationOperation> Lacking(MigrationOperation wanted, HashSet<string> present) =>
        wanted switch
        {
            CreateTableOperation table when present.Contains(table.Name) =>
                table.Columns.Where(column => !present.Contains($"{table.Name}.{column.Name}")).Select(Filled),
            CreateTableOperation table => [table],
            CreateIndexOperation index when !present.Contains(index.Name) => [index],
            _ => [],
        };

    private static AddColumnOperation Filled(AddColumnOperation column)
    {
        if (!column.IsNullable && column.DefaultValue is null && column.DefaultValueSql is null)
        {
            column.DefaultValue = column.ClrType == typeof(string) ? "" : Activator.CreateInstance(column.ClrType);
        }

        return column;
    }

    private static async Task<HashSet<string>> ReadAsync(
        DbConnection connection, string? schema, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = schema is null
            ? """
              SELECT name FROM sqlite_master
              UNION ALL SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
              """
            : $"""
              SELECT table_name::text FROM information_schema.tables WHERE table_schema = '{schema}'
              UNION ALL SELECT indexname::text FROM pg_indexes WHERE schemaname = '{schema}'
              UNION ALL SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = '{schema}'
              """;
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.Default, cancellation);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
