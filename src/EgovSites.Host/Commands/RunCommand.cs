using System.CommandLine;
using EgovSites.Platform.Content;
using EgovSites.Platform.Recipes;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Commands;

/// <summary><c>run</c>: makes what is missing, says where to look, and serves until stopped.</summary>
internal static class RunCommand
{
    public static Command Create(string[] args)
    {
        var command = new Command("run", "Run the sites.") { HostOptions.Urls, HostOptions.Agencies };
        command.SetAction((parsed, cancellation) => RunAsync(args[1..], parsed, cancellation));
        return command;
    }

    public static async Task<int> RunAsync(string[] args, ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            return await ServeAsync(args, parsed, cancellation);
        }
        catch (Exception error) when (error is StandardException or RecipeException or ArgumentException or InvalidDataException or IOException)
        {
            // A wrong file, a busy port, an unknown agency: the reason is enough, the frames help nobody.
            await parsed.InvocationConfiguration.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] args, ParseResult parsed, CancellationToken cancellation)
    {
        var output = parsed.InvocationConfiguration.Output;
        var app = Composition.Build(args, HostOptions.Settings(parsed));
        await app.Services.GetRequiredService<Start>().RunAsync(new Progress(output).Report, cancellation);
        await app.StartAsync(cancellation);
        await Addresses.TellAsync(app, output, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private sealed class Progress(TextWriter output)
    {
        private const int Width = 30;

        // A terminal sees one moving bar; a log sees one line per site.
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
}
