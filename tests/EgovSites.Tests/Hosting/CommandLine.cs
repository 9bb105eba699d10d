using System.Diagnostics;

namespace EgovSites.Tests.Hosting;

/// <summary>
/// Runs a verb of the host's executable on the stores of a test's host, as an operator does beside it.
/// </summary>
public static class CommandLine
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(SiteHost host, params string[] words)
    {
        string[] database = host.Database.Length > 0 ? ["--database", host.Database] : [];
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "EgovSites.Host.dll"), .. words, "--data", host.DataFolder,
                .. database])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
