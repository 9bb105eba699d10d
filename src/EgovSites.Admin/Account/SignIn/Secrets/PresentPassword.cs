using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.Account.SignIn.Secrets;

/// <summary>Asks for the present password once more before something that protects the account is changed.</summary>
public sealed class PresentPassword(
    SignInManager<Editor> signIn, PasswordCheck passwords, EntryLimits limits, SecurityLog security)
{
    /// <summary>Null when it is right; otherwise the answer is refused already, and these are the words.</summary>
    public async Task<Reason?> RefuseAsync(Editor editor, string? password)
    {
        if (await limits.RefuseAsync(editor.Email!) is { } tooMany)
        {
            return tooMany;
        }

        if (password is not { Length: <= Passwords.MaxLength } || !await passwords.FitsAsync(editor, password))
        {
            security.Write(SecurityEvent.PasswordAsked, editor.Id, SecurityLog.Refused);
            signIn.Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return new Reason("profile.wrongPassword");
        }

        limits.GiveBack(editor.Email!);
        return null;
    }
}
