using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>What both databases agree on, so that the same queries mean the same on SQLite and PostgreSQL.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration, DatabaseFacade database)
    {
        if (database.IsSqlite())
        {
            // SQLite has no instant: text does not sort across offsets, milliseconds do.
            configuration.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        }
        else
        {
            // PostgreSQL keeps microseconds in UTC only.
            configuration.Properties<DateTimeOffset>().HaveConversion<Utc>();
        }

        configuration.ComplexProperties<Trilingual>();
        configuration.ComplexProperties<Review>();
        configuration.Properties<FieldValues>().HaveConversion<FieldValuesConverter, FieldValuesComparer>();
    }

    public static void UseSchema(ModelBuilder model, DatabaseFacade database, string schema)
    {
        if (database.IsNpgsql())
        {
            model.HasDefaultSchema(schema);
        }
    }

    /// <summary>Adds the mappings of the listed assemblies: those of tenant-owned rows, or all the others.</summary>
    public static void ApplyTo(this StorageModel storage, ModelBuilder model, bool owned)
    {
        foreach (var assembly in storage.Assemblies)
        {
            model.ApplyConfigurationsFromAssembly(assembly, type => IsOwned(type) == owned);
        }
    }

    /// <summary>
    /// Sort keys are compared letter by letter; SQLite does so anyway, PostgreSQL only under the collation C.
    /// </summary>
    public static void SortOrdinally(ModelBuilder model, DatabaseFacade database)
    {
        if (!database.IsNpgsql())
        {
            return;
        }

        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.Name == "SortKey"))
        {
            property.SetCollation("C");
        }
    }

    private static bool IsOwned(Type configuration) => configuration.GetInterfaces()
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
        .Any(face => typeof(ITenantOwned).IsAssignableFrom(face.GetGenericArguments()[0]));

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => instant.ToUniversalTime(),
        instant => instant);
}
