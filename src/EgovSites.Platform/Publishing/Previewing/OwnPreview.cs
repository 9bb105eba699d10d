using System.Globalization;
using System.Security.Cryptography;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Centre;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Previewing;

/// <summary>
/// The address of an editor's own window beside the form. It is signed instead of kept, each opening at the desk renews
/// it, and it ends with the session it was made in or with its maker's membership.
/// </summary>
public sealed class OwnPreview(
    IDataProtectionProvider protection, IDbContextFactory<HostDbContext> hosts, DeskAccess access, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector _seal = protection.CreateProtector("EgovSites.OwnPreview");

    /// <summary>The code of an address good for an hour.</summary>
    public string Make(string tenantId, string itemId, string editorId, string sessionId) =>
        _seal.Protect(
            string.Join(' ', tenantId, itemId, editorId, sessionId, (time.GetUtcNow() + Life).ToUnixTimeSeconds()
                .ToString(CultureInfo.InvariantCulture)));

    /// <summary>What the code shows, while its maker is signed in there and works on the site; else null.</summary>
    public async Task<PreviewLink?> FindAsync(string tenantId, string code, CancellationToken cancellation = default)
    {
        if (Read(code) is not [var tenant, var item, var editor, var session, var until] || tenant != tenantId)
        {
            return null;
        }

        var link = new PreviewLink
        {
            Id = "",
            CodeHash = "",
            Items = item,
            Title = "",
            EditorId = editor,
            CreatedBy = "",
            CreatedAt = default,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)),
        };
        return link.IsOpen(time.GetUtcNow()) && await IsInAsync(editor, session, cancellation)
            && (await access.RolesAsync(editor, tenantId, cancellation)).Count > 0
            ? link
            : null;
    }

    private async Task<bool> IsInAsync(string editorId, string sessionId, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await db.Sessions.AnyAsync(row => row.Id == sessionId && row.EditorId == editorId, cancellation);
    }

    private string[]? Read(string code)
    {
        try
        {
            return _seal.Unprotect(code).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
