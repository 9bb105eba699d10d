using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>
/// Uses a one-time link up: makes or finds the editor and adds the membership, all in one transaction.
/// </summary>
public sealed class RedeemInvitation(
    HostDbContext db, UserManager<Editor> editors, PasswordCheck passwords, ResetAccount reset, SiteDatabases sites,
    AuditLog audit,
    SecurityLog security, TimeProvider time)
{
    /// <summary>
    /// Whether an existing editor must give the present password. A link of the whole platform, which nobody but the
    /// command line makes, sets a new one instead; with a site's link an administrator could invite somebody and become
    /// that person.
    /// </summary>
    public static bool NeedsPassword(Invitation invitation) => invitation.TenantId != Membership.Everywhere;

    /// <summary>The editor, who joined the site unless the second step is still owed; or what is wrong.</summary>
    public async Task<(Editor? Editor, Reason? Problem)> RunAsync(
        Invitation invitation, string fullName, string culture, string password)
    {
        var known = await editors.FindByEmailAsync(invitation.Email);
        if (known is not null && NeedsPassword(invitation))
        {
            return await passwords.RunAsync(invitation.Email, password) is null
                ? (null, new Reason("signIn.refused").At("Password"))
                : known.TwoFactorEnabled || await JoinAsync(known, invitation) ? (known, null)
                : (null, new Reason("invitation.closed"));
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await UseUpAsync(invitation))
        {
            return (null, new Reason("invitation.closed"));
        }

        var editor = known
            ?? new Editor
            {
                UserName = invitation.Email,
                Email = invitation.Email,
                EmailConfirmed = true,
                FullName = fullName,
                Culture = culture
            };
        if (!(known is null ? (await editors.CreateAsync(editor, password)).Succeeded
            : await reset.RunAsync(known, password)))
        {
            return (null, new Reason("signIn.passwordRule", Passwords.MinLength).At("Password"));
        }

        await AddAsync(editor, invitation);
        await transaction.CommitAsync();
        await NoteAsync(editor, invitation);
        return (editor, null);
    }

    /// <summary>
    /// Joins the site of an invitation that waited for the second step, unless it was used or revoked meanwhile.
    /// </summary>
    public async Task FinishAsync(Editor editor, string codeHash)
    {
        if (await db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.CodeHash == codeHash) is { } invitation
            && string.Equals(invitation.Email, editor.Email, StringComparison.OrdinalIgnoreCase))
        {
            await JoinAsync(editor, invitation);
        }
    }

    private async Task<bool> JoinAsync(Editor editor, Invitation invitation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await UseUpAsync(invitation))
        {
            return false;
        }

        await AddAsync(editor, invitation);
        await transaction.CommitAsync();
        await NoteAsync(editor, invitation);
        return true;
    }

    private async Task<bool> UseUpAsync(Invitation invitation)
    {
        var now = time.GetUtcNow();
        return await db.Invitations
            .Where(row => row.CodeHash == invitation.CodeHash && row.UsedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now)) == 1;
    }

    private async Task AddAsync(Editor editor, Invitation invitation)
    {
        var present = await db.Memberships.FindAsync(editor.Id, invitation.TenantId);
        if (present is null)
        {
            db.Memberships.Add(new Membership
            {
                EditorId = editor.Id,
                TenantId = invitation.TenantId,
                Role = invitation.Role,
                IsOfficer = invitation.IsOfficer,
            });
        }
        else
        {
            Raise(present, invitation);
        }

        await db.SaveChangesAsync();
    }

    // Nobody loses a right by being invited once more.
    private static void Raise(Membership present, Invitation invitation)
    {
        present.IsOfficer |= invitation.IsOfficer || present.Role == Role.Officer || invitation.Role == Role.Officer;
        present.Role = present.Role < invitation.Role ? invitation.Role : present.Role;
    }

    private async Task NoteAsync(Editor editor, Invitation invitation)
    {
        security.Write(SecurityEvent.Invitation, editor.Id, $"{SecurityLog.Done}, used", invitation.TenantId);
        if (invitation.TenantId == Membership.Everywhere)
        {
            return;
        }

        await using var site = sites.Open(invitation.TenantId);
        audit.Add(site, new Actor(editor.Id, editor.FullName, invitation.Role), "join", editor.Email
            ?? "", invitation.Role.ToString());
        await site.SaveChangesAsync();
    }
}
