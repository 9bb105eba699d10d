namespace EgovSites.Platform.Content.Comparison;

/// <summary>
/// A paragraph as it was and as it is; <c>Place</c> counts the paragraphs of the earlier text before it.
/// </summary>
public sealed record ComparedParagraph(IReadOnlyList<TextRun> Runs, int Place)
{
    public bool IsChanged => Runs.Any(run => run.Kind != RunKind.Same);

    /// <summary>The earlier words; empty for a paragraph that was added.</summary>
    public string Before => string.Concat(Runs.Where(run => run.Kind != RunKind.Added).Select(run => run.Text));

    /// <summary>The later words; empty for a paragraph that was removed.</summary>
    public string After => string.Concat(Runs.Where(run => run.Kind != RunKind.Removed).Select(run => run.Text));
}
