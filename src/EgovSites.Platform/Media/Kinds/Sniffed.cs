using System.Text;

namespace EgovSites.Platform.Media.Kinds;

/// <summary>
/// What a file turned out to be: its kind, or the word that says why it is not taken; of a text, how its letters are
/// written.
/// </summary>
public sealed record Sniffed(FileKind? Kind, string Refusal, Encoding? Encoding = null)
{
    /// <summary>The name of a writing that is not UTF-8; empty for what need not be converted.</summary>
    public string ForeignEncoding => Encoding is null or UTF8Encoding ? "" : Encoding.WebName;

    internal static Sniffed As(FileKind kind) => new(kind, "");

    internal static Sniffed Not(string refusal) => new(null, refusal);
}
