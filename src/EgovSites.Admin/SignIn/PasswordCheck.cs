using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace EgovSites.Admin.SignIn;

/// <summary>Says who an address and a password belong to; a stranger learns nothing from the answer or from its time.</summary>
public sealed class PasswordCheck(SignInManager<Editor> signIn, ILogger<PasswordCheck> log)
{
    private static readonly Editor Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Editor>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>The editor, or null: unknown, wrong and locked look the same.</summary>
    public async Task<Editor?> RunAsync(string email, string password)
    {
        password = password.Length > Passwords.MaxLength ? "" : password;
        var editor = await signIn.UserManager.FindByEmailAsync(email);
        if (editor is null || await signIn.UserManager.IsLockedOutAsync(editor))
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            log.LogWarning("Sign-in refused: {Reason}", editor is null ? "unknown address" : "locked");
            return null;
        }

        var result = await signIn.CheckPasswordSignInAsync(editor, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            log.LogWarning("Sign-in of {Editor} refused", editor.Id);
        }

        return result.Succeeded ? editor : null;
    }
}
