using System.CommandLine;
using EgovSites.Host;
using EgovSites.Host.Commands.Tools;

PrivateFiles.Apply();
// The host drains by itself on SIGTERM; the command line's own limit would cut it off after two seconds.
return ChildVerbs.TryRun(args)
    ?? await HostCommand.Create(args).Parse(args)
        .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
