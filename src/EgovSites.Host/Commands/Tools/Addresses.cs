using EgovSites.Host.Keys;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage;

namespace EgovSites.Host.Commands.Tools;

/// <summary>Says where the sites stand and how to get in for the first time.</summary>
internal static class Addresses
{
    public static async Task TellAsync(WebApplication app, TextWriter output, CancellationToken cancellation)
    {
        var directory = app.Services.GetRequiredService<TenantDirectory>();
        var origin = app.Urls.FirstOrDefault()?.TrimEnd('/') ?? "";
        await output.WriteLineAsync($"The portal:     {origin}/tg/");
        foreach (var agency in directory.Agencies.OrderBy(agency => agency.Slug, StringComparer.Ordinal).Take(3))
        {
            await output.WriteLineAsync($"A site:         {origin}/site/{agency.Slug}/tg/");
        }

        await output.WriteLineAsync($"Sites in all:   {directory.All.Count} ({origin}/tg/agencies)");
        await output.WriteLineAsync($"Back office:    {origin}/admin");
        await FirstSignIn.TellAsync(app, origin, output, cancellation);
        await TellOfKeysAsync(app.Services, output);
        await output.WriteLineAsync("Ctrl+C stops.");
    }

    // Elsewhere the log warns of it.
    private static async Task TellOfKeysAsync(IServiceProvider services, TextWriter output)
    {
        if (!System.Console.IsOutputRedirected && !services.GetRequiredService<KeyLocks>().AreSet)
        {
            await output.WriteLineAsync(
                $"Signing keys:   open in {services.GetRequiredService<DataFolder>().In(DataFolder.Keys)}");
            await output.WriteLineAsync(
                "                Fine to try things out. Before real use see \"Keys:PassphraseFile\" in docs/operations.md.");
        }
    }
}
