using System.CommandLine;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Commands;

/// <summary><c>outbox retry</c>: tries again what could not be handed over and was set aside.</summary>
internal static class OutboxCommand
{
    public static Command Create()
    {
        var slug = new Argument<string?>("slug") { Description = "The site; without it, all sites.", Arity = ArgumentArity.ZeroOrOne };
        var retry = new Command("retry", "Try again what could not be handed over and was set aside.") { slug };
        retry.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(slug), cancellation));
        return new Command("outbox", "Look after what publications hand over.") { retry };
    }

    private static async Task<int> RunAsync(ParseResult parsed, string? slug, CancellationToken cancellation)
    {
        await using var app = Composition.Build([], HostOptions.Settings(parsed));
        await app.Services.GetRequiredService<Schema>().EnsureHostAsync(cancellation);
        var directory = app.Services.GetRequiredService<TenantDirectory>();
        await directory.ReloadAsync(cancellation);
        if (slug is not null && directory.BySlug(slug) is null)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no site '{slug}'.");
            return 1;
        }

        var retry = app.Services.GetRequiredService<OutboxRetry>();
        foreach (var tenant in directory.All.Where(one => slug is null || one.Slug == slug).OrderBy(one => one.Slug, StringComparer.Ordinal))
        {
            var count = await retry.RunAsync(tenant, cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{tenant.Slug}: {count} to be tried again.");
        }

        return 0;
    }
}
