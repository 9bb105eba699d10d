using EgovSites.Admin.Account.Sessions;
using EgovSites.Admin.Account.TwoFactor;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>The last door: whoever has shown who they are gets a session here, and nowhere else.</summary>
public sealed class Entrance(
    SignInManager<Editor> signIn, PendingEntry pending, OpenSessions sessions, SecurityLog security)
{
    /// <summary>
    /// Goes on after the right password: to <paramref name="target"/>, or first to the second step, after which an
    /// <paramref name="invitation"/> that waits for it is used. Gives the address.
    /// </summary>
    public async Task<string> AfterPasswordAsync(Editor editor, string target = "/admin", string? invitation = null)
    {
        if (editor.TwoFactorEnabled)
        {
            await pending.StartAsync(editor, invitation);
            security.Write(SecurityEvent.SignIn, editor.Id, $"{SecurityLog.Done}, second step asked");
            return $"{PendingEntry.Address}?ReturnUrl={Uri.EscapeDataString(target)}";
        }

        await AdmitAsync(editor, SecurityEvent.SignIn);
        return target;
    }

    /// <summary>Opens a session; <paramref name="how"/> says by what the person was known.</summary>
    public async Task AdmitAsync(Editor editor, SecurityEvent how)
    {
        await pending.EndAsync();
        await signIn.SignInAsync(editor, await sessions.StartAsync(editor.Id, signIn.Context));
        security.Write(how, editor.Id);
    }

    /// <summary>An address of the back office, or its front page for anything else.</summary>
    public static string Inside(string? url) =>
        url is not null && url.All(letter => char.IsAscii(letter) && !char.IsControl(letter) && letter != '\\')
        && (url == DeskSession.Path || url.StartsWith(DeskSession.Path + "/", StringComparison.Ordinal)) ? url
            : DeskSession.Path;
}
