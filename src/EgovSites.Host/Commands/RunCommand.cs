using System.CommandLine;
using EgovSites.Host.Commands.Tools;

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
        if (HostKeys.UnknownIn(parsed) is { } unknown)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"'{unknown}' is no verb and no option; nothing was done. 'egov --help' lists them.");
            return 1;
        }

        try
        {
            return await ServeAsync(args, parsed, cancellation);
        }
        catch (Exception error) when (Present.IsOfUser(error))
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
        var warmUp = WarmUp.RunAsync(app);
        await app.Services.GetRequiredService<Start>().RunAsync(new Progress(output).Report, cancellation);
        await warmUp;
        await app.StartAsync(cancellation);
        await Addresses.TellAsync(app, output, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
