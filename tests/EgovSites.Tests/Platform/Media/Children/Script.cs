namespace EgovSites.Tests.Platform.Media.Children;

/// <summary>A shell script that stands in for a child that behaves badly.</summary>
public sealed class Script : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-script-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "child");

    public Script(string body)
    {
        File.WriteAllText(Path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
