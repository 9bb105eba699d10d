using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Commands.Tools;

/// <summary>Shows how many sites are made: a terminal sees one moving bar, a log sees one line per site.</summary>
internal sealed class Progress(TextWriter output)
{
    private const int Width = 30;

    public void Report(int done, int all, Tenant tenant)
    {
        var filled = Width * done / all;
        var bar = $"[{new string('#', filled)}{new string('.', Width - filled)}] {done}/{all} {tenant.Slug}";
        if (System.Console.IsOutputRedirected)
        {
            output.WriteLine(bar);
        }
        else
        {
            output.Write($"\r{bar,-78}{(done == all ? "\n" : "")}");
        }
    }
}
