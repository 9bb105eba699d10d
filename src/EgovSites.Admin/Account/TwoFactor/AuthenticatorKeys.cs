using System.Security.Cryptography;
using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace EgovSites.Admin.Account.TwoFactor;

/// <summary>
/// The keys that people's apps share with us. They lie sealed: whoever reads the database alone makes no codes of them.
/// </summary>
public sealed class AuthenticatorKeys(
    UserManager<Editor> editors, IDataProtectionProvider protection, ILogger<AuthenticatorKeys> log)
{
    // Where Identity's own store looks for it.
    private const string Provider = "[AspNetUserStore]";
    private const string Name = "AuthenticatorKey";

    private const string Mark = "sealed:";

    /// <summary>Null where there is none, and where the signing keys it was sealed with are gone.</summary>
    public async Task<string?> FindAsync(Editor editor)
    {
        var kept = await editors.GetAuthenticationTokenAsync(editor, Provider, Name);
        if (kept?.StartsWith(Mark, StringComparison.Ordinal) != false)
        {
            return kept is null ? null : Open(editor, kept[Mark.Length..]);
        }

        // Older programs kept it as it is.
        await KeepAsync(editor, kept);
        return kept;
    }

    public Task KeepAsync(Editor editor, string key) =>
        editors.SetAuthenticationTokenAsync(editor, Provider, Name, Mark + SealOf(editor).Protect(key));

    public Task ForgetAsync(Editor editor) => editors.RemoveAuthenticationTokenAsync(editor, Provider, Name);

    // With the account in the seal, so that a row moved to another account is worth nothing there.
    private IDataProtector SealOf(Editor editor) => protection.CreateProtector("EgovSites.SecondStep", editor.Id);

    private string? Open(Editor editor, string kept)
    {
        try
        {
            return SealOf(editor).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            log.LogError(
                "The second step of {Editor} cannot be read, its signing key is gone: codes from paper and a new link go on", editor.Id);
            return null;
        }
    }
}
