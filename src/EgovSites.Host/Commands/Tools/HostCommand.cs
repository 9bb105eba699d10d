using System.CommandLine;

namespace EgovSites.Host.Commands.Tools;

/// <summary>The one executable: without a verb it runs the sites.</summary>
internal static class HostCommand
{
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand("EgovSites: the sites of the state bodies of Tajikistan on one platform.")
        {
            HostOptions.Data, HostOptions.Database, HostOptions.Urls, HostOptions.Agencies,
        };
        // Hosting keys such as --environment go through to the host unseen.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellation) => RunCommand.RunAsync(args, parsed, cancellation));
        root.Add(RunCommand.Create(args));
        root.Add(InitCommand.Create());
        root.Add(TenantsCommand.Create());
        root.Add(InviteCommand.Create());
        root.Add(PeopleCommand.Create());
        root.Add(FilesCommand.Create());
        root.Add(OutboxCommand.Create());
        root.Add(ClockCommand.Create());
        root.Add(DatabaseCommand.Create());
        foreach (var verb in BackupCommand.Create())
        {
            root.Add(verb);
        }

        return root;
    }
}
