namespace EgovSites.Platform.Redirects;

/// <summary>A row of a file: the line it begins on, as it stands there, and its cells.</summary>
internal sealed record RedirectRow(int Number, string Raw, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Raw.All(letter => letter is ',' or ';' or '"' || char.IsWhiteSpace(letter));

    /// <summary>How much it looks like a redirect: two addresses, two cells, or neither.</summary>
    public int Likeness => Cells is not [{ } from, { } to, ..] ? 0 : IsAddress(from) && IsAddress(to) ? 2 : 1;

    private static bool IsAddress(string cell) =>
        cell.StartsWith('/') || cell.Contains("://", StringComparison.Ordinal);
}
