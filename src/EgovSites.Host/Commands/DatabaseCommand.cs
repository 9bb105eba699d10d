using System.CommandLine;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Storage.Engines;

namespace EgovSites.Host.Commands;

/// <summary>
/// <c>database prepare</c>: run with the owner's connection, lets another role serve that cannot change the tables.
/// </summary>
internal static class DatabaseCommand
{
    public static Command Create()
    {
        var role =
            new Option<string>("--role") { Description = "The role that the host will connect as.", Required = true };
        var prepare = new Command("prepare",
            "Make or grow the tables as their owner, and let another role work with the rows alone.") { role };
        prepare.SetAction((parsed, cancellation) => Present.WithAnyAsync(parsed, async (services, output) =>
        {
            var name = parsed.GetRequiredValue(role);
            await services.GetRequiredService<Schema>().PrepareAsync(name, cancellation);
            await output.WriteLineAsync(
                $"The tables have version {Schema.Version}; {name} works with their rows and cannot change them.");
            return 0;
        }));
        return new Command("database", "Prepare a PostgreSQL database.") { prepare };
    }
}
