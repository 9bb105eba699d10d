using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Account.Profile;

/// <summary>
/// Says that a way into an account has changed: to its holder by letter, in case somebody else sits at the desk, and in
/// the audit log of every site the account opens.
/// </summary>
public sealed class AccountNotice(
    IDbContextFactory<HostDbContext> hosts, DeskAccess access, SiteDatabases sites, AuditLog audit,
    SecurityLog security,
    Mailbox mailbox, Words words, TimeProvider time)
{
    private const string Kind = "account";

    /// <summary>The verb's words are those of the audit log.</summary>
    public async Task RunAsync(Actor actor, Editor editor, string verb)
    {
        security.Write(SecurityEvent.AccountChange, editor.Id, $"{SecurityLog.Done}, {verb}");
        await WriteAsync(editor, verb);
        foreach (var membership in (await access.MembershipsAsync(editor.Id))
            .Where(row => row.TenantId != Membership.Everywhere))
        {
            await using var site = sites.Open(membership.TenantId);
            audit.Add(site, actor with { Role = membership.Role }, verb, editor.Email ?? "");
            await site.SaveChangesAsync();
        }
    }

    private async Task WriteAsync(Editor editor, string verb)
    {
        await using var host = await hosts.CreateDbContextAsync();
        var (culture, at) = (editor.Culture, time.GetUtcNow());
        await mailbox.AddAsync(host, editor.Email!, Kind, culture, words.In(culture, "letters.account.subject"),
            words.In(culture, "letters.account.body", words.In(culture, $"audit.{verb}"),
                Dates.LongWithTime(at, culture), mailbox.AddressOf("/admin/profile")));
        await host.SaveChangesAsync();
    }
}
