using EgovSites.Admin.Account.SignIn;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Centre;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Account.TwoFactor;

/// <summary>
/// Checks the second step: a code of the app, or one from paper. Wrong ones count towards closing the account.
/// </summary>
public sealed class SecondStep(
    UserManager<Editor> editors, AuthenticatorKeys keys, RecoveryCodes recovery, EntryLimits limits,
    KnownDevices devices, HostDbContext db,
    IHttpContextAccessor accessor, TimeProvider time, SecurityLog security)
{
    /// <summary>
    /// Null when the code is right; otherwise the answer is refused already, and these are the words.
    /// </summary>
    public async Task<Reason?> RefuseAsync(Editor editor, string code)
    {
        if (await limits.RefuseAsync(editor.Id) is { } tooMany)
        {
            return tooMany;
        }

        var isKnown = await devices.KnowsAsync(editor);
        if ((!isKnown && await editors.IsLockedOutAsync(editor))
            || !(await UseAsync(editor, code) || await recovery.UseAsync(editor, code)))
        {
            if (!isKnown)
            {
                await editors.AccessFailedAsync(editor);
            }

            security.Write(SecurityEvent.SecondStep, editor.Id, SecurityLog.Refused);
            accessor.HttpContext!.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return new Reason("twoFactor.wrongCode");
        }

        limits.GiveBack(editor.Id);
        await editors.ResetAccessFailedCountAsync(editor);
        return null;
    }

    /// <summary>
    /// Takes a code of the app, each only once: the row remembers the half minute, so two requests cannot share it.
    /// </summary>
    private async Task<bool> UseAsync(Editor editor, string code)
    {
        var key = await keys.FindAsync(editor);
        return key is not null && Totp.StepOf(key, code, time.GetUtcNow()) is { } step
            && await db.UsedSteps.Where(row => row.EditorId == editor.Id && row.Step < step)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Step, step)) == 1;
    }
}
