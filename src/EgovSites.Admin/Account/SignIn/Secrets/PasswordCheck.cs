using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Account.SignIn.Secrets;

/// <summary>
/// Says who an address and a password belong to; a stranger learns nothing from the answer or from its time.
/// </summary>
public sealed class PasswordCheck(SignInManager<Editor> signIn, KnownDevices devices, SecurityLog security)
{
    private static readonly Editor Nobody = new();
    private static readonly string NobodysHash =
        new PasswordHasher<Editor>(Options.Create(Passwords.Hashing)).HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>The editor, or null: unknown, wrong, locked and closed look the same.</summary>
    public async Task<Editor?> RunAsync(string email, string password)
    {
        password = password.Length > Passwords.MaxLength ? "" : password;
        var editor = await signIn.UserManager.FindByEmailAsync(email);
        if (editor is null || editor.IsClosed
            || (await signIn.UserManager.IsLockedOutAsync(editor) && !await devices.KnowsAsync(editor)))
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            security.Write(SecurityEvent.SignIn, editor?.Id
                ?? "", $"{SecurityLog.Refused}, {(editor is null ? "unknown" : editor.IsClosed ? "closed" : "locked")}");
            return null;
        }

        if (await FitsAsync(editor, password))
        {
            return editor;
        }

        security.Write(SecurityEvent.SignIn, editor.Id, SecurityLog.Refused);
        return null;
    }

    /// <summary>
    /// Whether the password is this account's, unless it is closed. At a known device, which has few tries of its own,
    /// it is never closed, and wrong ones do not close it elsewhere.
    /// </summary>
    public async Task<bool> FitsAsync(Editor editor, string password)
    {
        if (!await devices.KnowsAsync(editor))
        {
            return (await signIn.CheckPasswordSignInAsync(editor, password, lockoutOnFailure: true)).Succeeded;
        }

        return await signIn.UserManager.CheckPasswordAsync(editor, password)
            && (await signIn.UserManager.ResetAccessFailedCountAsync(editor)).Succeeded;
    }
}
