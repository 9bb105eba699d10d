using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Tajik.Cleaning;

namespace EgovSites.Platform.Content.Fields;

public sealed class EmailField : FieldType
{
    private static readonly IdnMapping Names = new();

    public override FieldReading Read(FieldDefinition field, FieldInput input) =>
        Clean(input.Text) is not { Length: > 0 } email ? FieldReading.Empty
        : IsEmail(email) ? new(JsonValue.Create(email))
        : FieldReading.Refused("field.email");

    /// <summary>
    /// An address without the invisible letters that messengers and web pages put into what is copied from them.
    /// </summary>
    public static string Clean(string? typed) => TextHygiene.Normalise(typed ?? "").Trim();

    /// <summary>
    /// True for a bare address with a dotted domain, in any script, and no display name, comment or line break.
    /// </summary>
    public static bool IsEmail(string text) =>
        text.LastIndexOf('@') is > 0 and <= 64 and var at && text.Length <= 254 && IsLocal(text[..at])
            && IsDomain(text[(at + 1)..]);

    /// <summary>
    /// The link that writes to an address; what could add a copy or a subject to the letter is escaped.
    /// </summary>
    public static string Href(string email) =>
        email.LastIndexOf('@') is > 0 and var at ? $"mailto:{Uri.EscapeDataString(email[..at])}{email[at..]}" : "";

    private static bool IsLocal(string local) =>
        local is not (['.', ..] or [.., '.']) && !local.Contains("..", StringComparison.Ordinal)
        && local.All(letter => letter > ' ' && !char.IsControl(letter) && !char.IsWhiteSpace(letter)
            && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.Format
            && !"\"<>(),;:[]\\@".Contains(letter, StringComparison.Ordinal));

    private static bool IsDomain(string domain)
    {
        try
        {
            return Names.GetAscii(domain) is [.., not '.'] ascii && ascii.Contains('.', StringComparison.Ordinal)
                && Uri.CheckHostName(ascii) == UriHostNameType.Dns;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public override string SearchText(FieldDefinition field, JsonNode value, string culture) =>
        value.GetValue<string>();
}
