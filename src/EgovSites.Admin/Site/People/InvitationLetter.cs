using System.Globalization;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.Site.People;

/// <summary>
/// The letter with an invitation's link: in the reader's language where it is known, else in the language of who
/// invites.
/// </summary>
public sealed class InvitationLetter(Mailbox mailbox, UserManager<Editor> editors, Words words, TimeProvider time)
{
    /// <summary>Adds it to the context with the invitation; false when there is no mail.</summary>
    public async Task<bool> AddAsync(
        HostDbContext db, string to, Tenant tenant, Role role, string inviter, string link, TimeSpan life)
    {
        if (!mailbox.IsOpen)
        {
            return false;
        }

        var culture = (await editors.FindByEmailAsync(to))?.Culture
            ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var body =
            words.In(culture, "people.letterBody", inviter, tenant.Name[culture], words.In(culture, $"role.{role}"),
            Dates.LongWithTime(time.GetUtcNow() + life, culture), link);
        await mailbox.AddAsync(
            db, to, "invitation", culture, words.In(culture, "people.letterSubject", tenant.Name[culture]), body);
        return true;
    }
}
