using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Recipes;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Founding;

/// <summary>Gives birth to a site from the recipe of its kind: whole, or not at all.</summary>
public sealed class TenantBirth(
    IDbContextFactory<HostDbContext> hosts, SiteDatabases sites, Schema schema, Standards standards,
    RecipeRunner recipes,
    TenantDirectory directory, ThemeAssets theme, OutboxRelay relay, TimeProvider time)
{
    /// <summary>
    /// Creates the tenant; further recipes run after that of its kind. A broken one throws and leaves nothing behind.
    /// </summary>
    public async Task<Tenant> CreateAsync(TenantSpecification specification,
        IReadOnlyCollection<string>? further = null, CancellationToken cancellation = default)
    {
        var standard = standards.Newest;
        var kind = standard.Kind(specification.Kind)
            ?? throw new RecipeException($"The standard knows no kind of body '{specification.Kind}'.");
        var tenant = Make(specification, kind, standard);
        try
        {
            await schema.CreateSiteAsync(tenant, cancellation);
            await FillAsync(tenant, standard,
                [Path.Combine(standard.Folder, "recipes", $"{kind.Recipe}.recipe.json"), .. further ?? []],
                cancellation);
            await RegisterAsync(tenant, cancellation);
        }
        catch
        {
            sites.Forget(tenant.Id);
            if (Directory.Exists(sites.FolderOf(tenant.Id)))
            {
                Directory.Delete(sites.FolderOf(tenant.Id), recursive: true);
            }

            throw;
        }

        return tenant;
    }

    /// <summary>Makes new tenants known to the running host.</summary>
    public async Task AnnounceAsync(IEnumerable<Tenant> born, CancellationToken cancellation = default)
    {
        await directory.ReloadAsync(cancellation);
        foreach (var tenant in born)
        {
            relay.Nudge(tenant.Id);
        }
    }

    private Tenant Make(TenantSpecification specification, Kind kind, Standard standard)
    {
        if (!Slug.IsValid(specification.Slug))
        {
            throw new RecipeException(
                $"'{specification.Slug}' cannot be an address: lower-case Latin letters, digits and hyphens only.");
        }

        return new Tenant
        {
            Id = Ids.New(),
            Slug = specification.Slug,
            Kind = specification.Kind,
            Region = specification.Region,
            Name = specification.Name,
            Body = specification.Body,
            Standard = standard.Version,
            Emblem = new[] { specification.Slug, specification.Kind, kind.Recipe, kind.Emblem }.FirstOrDefault(
                theme.HasEmblem) ?? "ministry",
            CreatedAt = time.GetUtcNow(),
            ChangedAt = time.GetUtcNow(),
        };
    }

    private async Task FillAsync(
        Tenant tenant, Standard standard, IEnumerable<string> files, CancellationToken cancellation)
    {
        await using var db = sites.Open(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var run = new RecipeRun(tenant, standard, db, time.GetUtcNow())
        {
            Parameters = new Dictionary<string, string>
            {
                ["SiteName"] = tenant.Name.Tg,
                ["Slug"] = tenant.Slug,
                ["BodyNameTg"] = tenant.Body.Tg,
                ["BodyNameRu"] = tenant.Body.Ru,
                ["BodyNameEn"] = tenant.Body.En,
            },
        };
        foreach (var file in files)
        {
            await recipes.RunAsync(file, run, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private async Task RegisterAsync(Tenant tenant, CancellationToken cancellation)
    {
        await using var host = await hosts.CreateDbContextAsync(cancellation);
        if (await host.Tenants.AnyAsync(other => other.Slug == tenant.Slug, cancellation))
        {
            throw new RecipeException($"There is a tenant '{tenant.Slug}' already.");
        }

        host.Add(tenant);
        await host.SaveChangesAsync(cancellation);
    }
}
