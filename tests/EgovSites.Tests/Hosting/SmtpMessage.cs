using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EgovSites.Tests.Hosting;

/// <summary>A letter as a reader's program shows it.</summary>
public sealed partial record SmtpMessage(
    IReadOnlyList<string> Recipients, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>As it came over the wire, one letter a byte.</summary>
    public string Raw { get; private init; } = "";

    public bool IsEncrypted { get; private init; }

    public string Subject => Headers["Subject"];

    public static SmtpMessage Read(IReadOnlyList<string> recipients, string raw, bool isEncrypted)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Folded().Replace(raw[..end], " ").Split("\r\n").Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => Words(pair[1]), StringComparer.OrdinalIgnoreCase);
        var body = headers.GetValueOrDefault("Content-Transfer-Encoding") switch
        {
            "base64" => Encoding.UTF8.GetString(
                Convert.FromBase64String(raw[end..].Replace("\r\n", "", StringComparison.Ordinal))),
            "quoted-printable" => Quoted(raw[(end + 4)..].Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => raw[(end + 4)..],
        };
        return new(recipients, headers, body.TrimEnd()) { Raw = raw, IsEncrypted = isEncrypted };
    }

    private static string Words(string text) => Word().Replace(Between().Replace(text, "?==?"), match =>
        match.Groups["how"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["text"].Value))
            : Quoted(match.Groups["text"].Value.Replace('_', ' ')));

    private static string Quoted(string text) => Encoding.UTF8.GetString([.. Hex().Split(text).SelectMany(part =>
        part is ['=', var high, var low]
            && byte.TryParse($"{high}{low}", NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
                ? [value] : Encoding.Latin1.GetBytes(part))]);

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("(=[0-9A-Fa-f]{2})")]
    private static partial Regex Hex();
}
