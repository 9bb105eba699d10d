using EgovSites.Admin.Sessions;
using EgovSites.Admin.TwoFactor;
using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.SignIn;

/// <summary>The last door: whoever has shown who they are gets a session here, and nowhere else.</summary>
public sealed class Entrance(SignInManager<Editor> signIn, PendingEntry pending, OpenSessions sessions)
{
    /// <summary>Goes on after the right password: to <paramref name="target"/>, or first to the second step. Gives the address.</summary>
    public async Task<string> AfterPasswordAsync(Editor editor, string target = "/admin")
    {
        if (editor.TwoFactorEnabled)
        {
            await pending.StartAsync(editor);
            return $"{PendingEntry.Address}?ReturnUrl={Uri.EscapeDataString(target)}";
        }

        await AdmitAsync(editor);
        return target;
    }

    public async Task AdmitAsync(Editor editor)
    {
        await pending.EndAsync();
        await signIn.SignInAsync(editor, await sessions.StartAsync(editor.Id, signIn.Context));
    }

    /// <summary>An address of the back office, or its front page for anything else.</summary>
    public static string Inside(string? url) =>
        url is not null && url.All(letter => char.IsAscii(letter) && !char.IsControl(letter) && letter != '\\')
        && (url == DeskSession.Path || url.StartsWith(DeskSession.Path + "/", StringComparison.Ordinal)) ? url : DeskSession.Path;
}
