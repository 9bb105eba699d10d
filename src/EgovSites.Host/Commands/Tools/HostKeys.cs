using System.CommandLine;

namespace EgovSites.Host.Commands.Tools;

/// <summary>
/// Tells settings that go through to the host, such as <c>--environment</c>, from words that nobody knows.
/// </summary>
internal static class HostKeys
{
    private static readonly string[] Known =
        ["environment", "applicationName", "contentRoot", "webRoot", "http_ports", "https_ports"];

    /// <summary>
    /// The first word that is neither a verb, nor an option, nor a setting with its value; null when there is none.
    /// </summary>
    public static string? UnknownIn(ParseResult parsed)
    {
        var isValue = false;
        foreach (var word in parsed.UnmatchedTokens)
        {
            if (isValue)
            {
                isValue = false;
                continue;
            }

            if (!word.StartsWith("--", StringComparison.Ordinal) || !IsSetting(word[2..].Split('=')[0]))
            {
                return word;
            }

            isValue = !word.Contains('=', StringComparison.Ordinal);
        }

        return null;
    }

    // Section:Key is a setting; a single word is one of the host's own.
    private static bool IsSetting(string name) =>
        name.Contains(':', StringComparison.Ordinal) || Known.Contains(name, StringComparer.OrdinalIgnoreCase);
}
