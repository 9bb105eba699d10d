using System.Diagnostics;

namespace EgovSites.Tests.Host;

[NonParallelizable]
public class TerminalTests
{
    // It makes the terminal.
    private const string Script = "/usr/bin/script";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _data = Directory.CreateTempSubdirectory("egov-test-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_data, recursive: true);

    [Test]
    public async Task A_person_at_a_terminal_reads_words_and_what_to_do_and_no_log()
    {
        if (!File.Exists(Script))
        {
            Assert.Ignore($"{Script} (util-linux) is missing: it makes the terminal.");
        }

        var lines = await ReadAsync(Script, "-qefc", $"dotnet '{Program}' {string.Join(' ', Words)}", "/dev/null");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.None.StartsWith("{").And.None.Contains("warn"));
            Assert.That(lines, Has.Some.Match("^First sign-in:  http://[^ ]+/admin/invitation/"));
            Assert.That(lines, Has.Some.StartsWith("Signing keys:").And.Some.Contains("docs/operations.md"));
        }
    }

    [Test]
    public async Task What_is_no_terminal_gets_the_log_as_JSON()
    {
        var lines = await ReadAsync("dotnet", [Program, .. Words]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Some.StartsWith("{").And.Some.Contains("lie open"));
            Assert.That(lines, Has.None.StartsWith("Signing keys:").And.None.Contains("/admin/invitation/"));
        }
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "EgovSites.Host.dll");

    private string[] Words => ["run", "--data", _data, "--urls", "http://127.0.0.1:0", "--agencies", "finance"];

    private static async Task<List<string>> ReadAsync(string program, params string[] words)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        using var limit = new CancellationTokenSource(Patience);
        var lines = new List<string>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line
                && !line.StartsWith("Ctrl+C", StringComparison.Ordinal))
            {
                lines.Add(line);
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        return lines;
    }
}
