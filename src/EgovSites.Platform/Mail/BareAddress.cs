using EgovSites.Platform.Content.Fields;
using MimeKit;

namespace EgovSites.Platform.Mail;

/// <summary>One address and nothing beside it: no name, no comment, no second one.</summary>
internal static class BareAddress
{
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    public static bool Is(string text) => Find(text) is not null;

    /// <summary>Throws on what <see cref="Is"/> calls none.</summary>
    public static MailboxAddress Of(string text) =>
        Find(text) ?? throw new FormatException($"'{text}' is not one bare address.");

    // The parser turns xn-- into letters, so that such an address comes back in another form than it was typed in; and
    // what a form took as an address must not fail here.
    private static MailboxAddress? Find(string text) =>
        MailboxAddress.TryParse(Strict, text, out var address)
        && (address.Address == text || address.GetAddress(idnEncode: true) == text || EmailField.IsEmail(text))
            ? address : null;
}
