using System.CommandLine;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Founding;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Commands;

/// <summary><c>tenants add|list|suspend|resume|open|host</c>.</summary>
internal static class TenantsCommand
{
    private static readonly Argument<string> SlugArgument =
        new("slug") { Description = "The address word of the site, such as finance." };
    private static readonly Argument<string?> MaybeSlug =
        new("slug") { Description = SlugArgument.Description, Arity = ArgumentArity.ZeroOrOne };

    public static Command Create()
    {
        var command = new Command("tenants", "Make, list, suspend and resume sites.");
        command.Add(List());
        command.Add(Add());
        command.Add(
            Change("suspend", "Take a site off the web; its content stays.", (lifecycle, tenant) =>
                lifecycle.SuspendAsync(tenant.Id)));
        command.Add(
            Change("resume", "Bring a suspended site back.", (lifecycle, tenant) => lifecycle.ResumeAsync(tenant.Id)));
        command.Add(Open());
        command.Add(Host());
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List all sites.");
        command.SetAction((parsed, cancellation) => Present.WithAsync(parsed, async (services, output) =>
        {
            foreach (var tenant in services.GetRequiredService<TenantDirectory>()
                .All.OrderBy(tenant => tenant.Slug, StringComparer.Ordinal))
            {
                await output.WriteLineAsync($"{tenant.Slug,-28} {tenant.Kind,-16} {tenant.State,-10} {tenant.Body.Tg}");
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static Command Add()
    {
        var kind = new Option<string?>(
            "--kind")
        { Description = "What sort of body, for one that agencies.csv does not list." };
        var region =
            new Option<string>("--region") { Description = "Its region.", DefaultValueFactory = _ => "central" };
        var names = new Option<string[]>("--name")
        {
            Description = "Its full name: tg, ru, en, in this order.",
            Arity = new ArgumentArity(3, 3),
            AllowMultipleArgumentsPerToken = true
        };
        var from = new Option<string?>(
            "--from")
        {
            Description =
                "A list of bodies in the form of tenants/agencies.csv; those that are there already are left as they are."
        };
        var command = new Command("add", "Make a site from the recipe of its kind, or all of a list.") { MaybeSlug,
            kind, region, names, from };
        command.SetAction((parsed, cancellation) => Present.WithAsync(parsed, async (services, output) =>
        {
            if (parsed.GetValue(from) is { } file)
            {
                return await AddAllAsync(services, file, output, cancellation);
            }

            if (parsed.GetValue(MaybeSlug) is not { } slug)
            {
                await output.WriteLineAsync("Which body? Give its slug, or a list with --from.");
                return 1;
            }

            var specification = services.GetRequiredService<AgencyList>().Find(slug)
                ?? Specified(slug, parsed.GetValue(kind), parsed.GetValue(region)!, parsed.GetValue(names));
            if (specification is null)
            {
                await output.WriteLineAsync(
                    $"tenants/agencies.csv has no body '{slug}'. Give --kind and --name \"…\" \"…\" \"…\" (tg ru en).");
                return 1;
            }

            var tenant = await services.GetRequiredService<TenantBirth>()
                .CreateAsync(specification, cancellation: cancellation);
            await output.WriteLineAsync($"{tenant.Slug} is made: /site/{tenant.Slug}/tg/");
            return 0;
        }, cancellation));
        return command;
    }

    private static async Task<int> AddAllAsync(
        IServiceProvider services, string file, TextWriter output, CancellationToken cancellation)
    {
        var bodies = BodiesFile.Read(file, services.GetRequiredService<Standards>()
            .Newest, services.GetRequiredService<TenantDirectory>());
        if (bodies.Refusals.Count > 0)
        {
            await output.WriteLineAsync($"Nothing was made:\n{string.Join('\n', bodies.Refusals)}");
            return 1;
        }

        await services.GetRequiredService<ManyBirths>()
            .RunAsync(bodies.New, _ => [], new Progress(output).Report, cancellation);
        await output.WriteLineAsync($"{bodies.New.Count} made, {bodies.Present} were there already.");
        return 0;
    }

    private static TenantSpecification? Specified(string slug, string? kind, string region, string[]? names) =>
        kind is not null && names is [var tg, var ru, var en]
            ? new(slug, kind, region, new(tg, ru, en), new Trilingual(tg, ru, en)) : null;

    private static Command Change(string name, string description, Func<TenantLifecycle, Tenant, Task> change)
    {
        var command = new Command(name, description) { SlugArgument };
        command.SetAction((parsed, cancellation) => WithTenantAsync(parsed, async (services, tenant, output) =>
        {
            await change(services.GetRequiredService<TenantLifecycle>(), tenant);
            await output.WriteLineAsync($"{tenant.Slug}: {name} done.");
            return 0;
        }, cancellation));
        return command;
    }

    private static Command Open()
    {
        var command = new Command("open",
            "Look at a site that is closed for repair again, and open it when its store is sound.") { SlugArgument };
        command.SetAction((parsed, cancellation) => WithTenantAsync(parsed, async (services, tenant, output) =>
        {
            var isSound = await services.GetRequiredService<SiteCheck>()
                .RunAsync(tenant, cancellation, isThorough: true);
            var reason = services.GetRequiredService<SiteDatabases>().Closed.GetValueOrDefault(tenant.Id);
            // A running host notices the touched row within a second, and looks for itself.
            await services.GetRequiredService<TenantLifecycle>().TouchAsync(tenant.Id, cancellation);
            await output.WriteLineAsync(isSound ? $"{tenant.Slug} is sound and open." : reason);
            return isSound ? 0 : 1;
        }, cancellation));
        return command;
    }

    private static Command Host()
    {
        var host = new Argument<string>("host") { Description = "A host name of its own, such as moliya.tj." };
        var remove = new Option<bool>("--remove") { Description = "Take the name back." };
        var command = new Command("host", "Give a site a host name of its own.") { SlugArgument, host, remove };
        command.SetAction((parsed, cancellation) => WithTenantAsync(parsed, async (services, tenant, output) =>
        {
            var name = parsed.GetRequiredValue(host);
            if (parsed.GetValue(remove))
            {
                var removed = await services.GetRequiredService<TenantLifecycle>()
                    .RemoveHostAsync(tenant.Id, name, cancellation);
                await output.WriteLineAsync(removed ? $"{tenant.Slug} no longer answers on {name}."
                    : $"{name} is not a name of {tenant.Slug}.");
                return removed ? 0 : 1;
            }

            var added = await services.GetRequiredService<TenantLifecycle>()
                .AddHostAsync(tenant.Id, name, cancellation);
            await output.WriteLineAsync(added ? $"{tenant.Slug} answers on {name}."
                : $"{name} is not a host name, is taken, or belongs to the platform.");
            return added ? 0 : 1;
        }, cancellation));
        return command;
    }

    private static Task<int> WithTenantAsync(ParseResult parsed,
        Func<IServiceProvider, Tenant, TextWriter, Task<int>> act, CancellationToken cancellation) =>
        Present.WithAsync(parsed, async (services, output) =>
        {
            var slug = parsed.GetRequiredValue(SlugArgument);
            if (services.GetRequiredService<TenantDirectory>().BySlug(slug) is { } tenant)
            {
                return await act(services, tenant, output);
            }

            await output.WriteLineAsync($"There is no site '{slug}'. 'tenants list' shows them all.");
            return 1;
        }, cancellation);
}
