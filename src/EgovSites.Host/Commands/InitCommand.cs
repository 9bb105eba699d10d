using System.CommandLine;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Storage.Centre;

namespace EgovSites.Host.Commands;

/// <summary>
/// <c>init</c>: makes a new platform with its portal; nothing else does so where anything lies already.
/// </summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var command = new Command("init",
            "Make a new platform with its portal; other sites only where --agencies asks for them.") { HostOptions.Agencies };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) =>
        Present.WithAnyAsync(parsed, async (services, output) =>
    {
        await services.GetRequiredService<Start>().InitAsync(new Progress(output).Report, cancellation);
        await output.WriteLineAsync(
            $"Platform {services.GetRequiredService<PlatformIdentity>().Id} is made. 'egov run' serves it.");
        return 0;
    });
}
