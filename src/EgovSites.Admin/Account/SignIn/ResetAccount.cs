using EgovSites.Admin.Account.TwoFactor;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Centre;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>
/// Gives an account to whoever holds a link of the platform. Whoever made it first may be somebody else: password,
/// second step, passkeys and sessions end here. It is also the way back in for those who lost all of them.
/// </summary>
public sealed class ResetAccount(
    HostDbContext db, UserManager<Editor> editors, AuthenticatorKeys keys, RecoveryCodes recovery)
{
    public async Task<bool> RunAsync(Editor editor, string password)
    {
        await editors.RemovePasswordAsync(editor);
        var set = await editors.AddPasswordAsync(editor, password);
        await editors.SetTwoFactorEnabledAsync(editor, false);
        await keys.ForgetAsync(editor);
        await recovery.ForgetAsync(editor);
        foreach (var passkey in await editors.GetPasskeysAsync(editor))
        {
            await editors.RemovePasskeyAsync(editor, passkey.CredentialId);
        }

        editor.ClosedAt = null;
        await editors.UpdateSecurityStampAsync(editor);
        await editors.SetLockoutEndDateAsync(editor, null);
        await db.Sessions.Where(row => row.EditorId == editor.Id).ExecuteDeleteAsync();
        return set.Succeeded;
    }
}
