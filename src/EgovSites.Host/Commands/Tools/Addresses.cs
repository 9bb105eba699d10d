using EgovSites.Platform.Sites;


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
        await output.WriteLineAsync("Ctrl+C stops.");
    }
}
