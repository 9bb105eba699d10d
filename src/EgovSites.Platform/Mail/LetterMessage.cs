using System.Text;
using MimeKit;
using MimeKit.Text;

namespace EgovSites.Platform.Mail;

/// <summary>
/// A letter as mail: the same, to its date and its id, at every try, so that a double is known as one.
/// </summary>
internal static class LetterMessage
{
    private const string SenderName = "EgovSites";

    public static MimeMessage Of(Letter letter, string from)
    {
        var sender = BareAddress.Of(from).GetAddress(idnEncode: true);
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = letter.WrittenAt,
            MessageId = letter.Id + sender[sender.LastIndexOf('@')..],
            Body = BodyOf(letter),
        };
        message.From.Add(new MailboxAddress(SenderName, from));
        message.To.Add(BareAddress.Of(letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    // In base64 no relay on the way touches a letter of it, and no line is too long for one.
    private static TextPart BodyOf(Letter letter)
    {
        var text = new TextPart(TextFormat.Plain) { ContentTransferEncoding = ContentEncoding.Base64 };
        text.SetText(Encoding.UTF8, letter.Body.ReplaceLineEndings("\r\n"));
        text.Headers.Add(HeaderId.ContentLanguage, letter.Culture);
        return text;
    }
}
