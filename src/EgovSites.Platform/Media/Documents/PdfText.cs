using EgovSites.Platform.Media.Children;

namespace EgovSites.Platform.Media.Documents;

/// <summary>Has the words of a PDF read by a child, two at a time.</summary>
internal sealed class PdfText(ChildProgram program, ChildLimits limits) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(2);

    /// <summary>The text; empty where the pages hold none; null when the file could not be read in time.</summary>
    public async Task<string?> ReadAsync(string file, int limit, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var end = await program.RunAsync(limits, limit,
                ["document-text", file, limit.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                cancellation);
            return end.Verdict == ChildVerdict.Done ? end.Output : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
