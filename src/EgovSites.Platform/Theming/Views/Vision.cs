namespace EgovSites.Platform.Theming.Views;

/// <summary>
/// The version for the visually impaired, as the address says it: <c>?v=bw2</c> is black on white at the second size.
/// </summary>
public sealed record Vision(string Scheme, int Size)
{
    public const string Query = "v";

    public static IReadOnlyList<string> Schemes { get; } = ["bw", "wb", "blue"];

    public static Vision Default { get; } = new("bw", 1);

    public string Code => $"{Scheme}{Size}";

    /// <summary>The version an address asks for, or null for anything else.</summary>
    public static Vision? Parse(string? code) =>
        Schemes.FirstOrDefault(scheme => code?.Length == scheme.Length + 1
            && code.StartsWith(scheme, StringComparison.Ordinal)) is { } found
        && code![^1] is >= '1' and <= '3' and var size
            ? new Vision(found, size - '0')
            : null;
}
