using System.Reflection;
using EgovSites.Host;

namespace EgovSites.Tests.Hosting;

/// <summary>Command verbs, run in this process as their own would run them.</summary>
public static class Verbs
{
    /// <summary>The exit code of a verb.</summary>
    public static int Run(params string[] arguments) =>
        (int)typeof(Start)
            .Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
}
