using System.CommandLine;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Sites;

namespace EgovSites.Host.Commands;

/// <summary><c>outbox retry</c>: tries again what could not be handed over and was set aside.</summary>
internal static class OutboxCommand
{
    public static Command Create()
    {
        var slug = new Argument<string?>(
            "slug")
        { Description = "The site; without it, all sites.", Arity = ArgumentArity.ZeroOrOne };
        var retry = new Command("retry", "Try again what could not be handed over and was set aside.") { slug };
        retry.SetAction((parsed, cancellation) => Present.WithAsync(
            parsed, (services, output) =>
                RunAsync(services, output, parsed.GetValue(slug), cancellation), cancellation));
        return new Command("outbox", "Look after what publications hand over.") { retry };
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, TextWriter output, string? slug, CancellationToken cancellation)
    {
        var directory = services.GetRequiredService<TenantDirectory>();
        if (slug is not null && directory.BySlug(slug) is null)
        {
            throw new InvalidDataException($"There is no site '{slug}'.");
        }

        var retry = services.GetRequiredService<OutboxRetry>();
        foreach (var tenant in directory.All.Where(one => slug is null || one.Slug == slug)
            .OrderBy(one => one.Slug, StringComparer.Ordinal))
        {
            var count = await retry.RunAsync(tenant, cancellation);
            await output.WriteLineAsync($"{tenant.Slug}: {count} to be tried again.");
        }

        return 0;
    }
}
