using System.CommandLine;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Storage.Centre;

namespace EgovSites.Host.Commands;

/// <summary>
/// <c>clock</c> says whether the clock is believed; <c>clock confirm</c> is a person's word that it is right.
/// </summary>
internal static class ClockCommand
{
    public static Command Create()
    {
        var command = new Command("clock", "Say whether the clock is believed where something is deleted by its age.");
        command.SetAction((parsed, cancellation) => Present.WithAsync(parsed, async (services, output) =>
        {
            var clock = services.GetRequiredService<ClockGuard>();
            var isTrusted = await clock.LookAsync(cancellation);
            await output.WriteLineAsync(isTrusted ? "The clock is believed."
                : $"The clock is not believed; last seen {clock.Seen:u}. 'egov clock confirm' settles it.");
            return isTrusted ? 0 : 1;
        }, cancellation));
        command.Add(Confirm());
        return command;
    }

    private static Command Confirm()
    {
        var command = new Command("confirm", "The clock is right: what is old enough may be deleted again.");
        command.SetAction((parsed, cancellation) => Present.WithAsync(parsed, async (services, output) =>
        {
            await services.GetRequiredService<ClockGuard>().ConfirmAsync(cancellation);
            await output.WriteLineAsync("The clock is believed from now on; a running host follows within a minute.");
            return 0;
        }, cancellation));
        return command;
    }
}
