using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Mail;

/// <summary>
/// Where features put letters: the row is saved with what the letter tells of, and sent afterwards, at least once.
/// </summary>
public sealed class Mailbox(IOptions<MailOptions> options, Origins origins, TimeProvider time)
{
    /// <summary>False when no mail server is configured: then no letter is ever written.</summary>
    public bool IsOpen => options.Value.IsConfigured;

    /// <summary>
    /// Adds a letter to the caller's context, which saves it; throws on an address or subject that could smuggle a
    /// header in.
    /// </summary>
    public async Task AddAsync(
        HostDbContext db, string to, string kind, string culture, string subject, string body, string? id = null)
    {
        if (HasControl(to) || !BareAddress.Is(to))
        {
            throw new ArgumentException("A letter needs one bare address.", nameof(to));
        }

        if (HasControl(subject))
        {
            throw new ArgumentException("A subject is one line.", nameof(subject));
        }

        // A caller who may come twice names the letter; the second time it is there already.
        if (!IsOpen || (id is not null && await db.FindAsync<Letter>(id) is not null))
        {
            return;
        }

        var now = time.GetUtcNow();
        db.Add(new Letter
        {
            Id = id
            ?? Ids.New(),
            To = to,
            Kind = kind,
            Culture = culture,
            Subject = subject,
            Body = body,
            WrittenAt = now,
            NextAttemptAt = now
        });
    }

    /// <summary>A path of the back office as a letter names it; without a configured origin the path alone.</summary>
    public string AddressOf(string path) => origins.Desk + path;

    private static bool HasControl(string text) =>
        text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');
}
