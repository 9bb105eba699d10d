using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Centre;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Account.Sessions;

/// <summary>
/// The browsers in which people are signed in. The cookie carries the id of its row; whose row is gone is signed out.
/// </summary>
public sealed class OpenSessions(IDbContextFactory<HostDbContext> hosts, ClockGuard clock, TimeProvider time)
{
    private const string Key = "session";

    private static readonly TimeSpan WriteEvery = TimeSpan.FromMinutes(5);

    /// <summary>Also who works without a pause signs in once a week.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static string? IdIn(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(Key, out var id) ? id : null;

    /// <summary>The id of the session a request came in.</summary>
    public static async Task<string?> PresentAsync(HttpContext context) =>
        IdIn((await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);

    /// <summary>Keeps a new session and gives the properties for its cookie.</summary>
    public async Task<AuthenticationProperties> StartAsync(string editorId, HttpContext context)
    {
        var now = time.GetUtcNow();
        var session = new Session
        {
            Id = Ids.New(),
            EditorId = editorId,
            StartedAt = now,
            LastSeenAt = now,
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
            Browser = BrowserName.Of(context.Request.Headers.UserAgent.ToString()),
        };
        await using var db = await hosts.CreateDbContextAsync(context.RequestAborted);
        if (clock.IsTrusted)
        {
            await db.Sessions.Where(row => row.EditorId == editorId && row.StartedAt < now - Longest)
                .ExecuteDeleteAsync(context.RequestAborted);
        }

        db.Add(session);
        await db.SaveChangesAsync(context.RequestAborted);
        return new AuthenticationProperties { Items = { [Key] = session.Id } };
    }

    /// <summary>Whether a cookie's session goes on; notes now and then that it was seen.</summary>
    public async Task<bool> IsOpenAsync(string? id, string? editorId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var session = await db.Sessions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.EditorId == editorId, cancellation);
        if (session is null || now - session.StartedAt > Longest)
        {
            return false;
        }

        if (now - session.LastSeenAt >= WriteEvery)
        {
            await db.Sessions.Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSeenAt, now), cancellation);
        }

        return true;
    }

    /// <summary>Those that may still be in use, the latest first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(string editorId, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow() - SignIn.DeskSession.WorkingDay - WriteEvery;
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await db.Sessions.AsNoTracking().Where(row => row.EditorId == editorId && row.LastSeenAt > oldest)
            .OrderByDescending(row => row.LastSeenAt).ToListAsync(cancellation);
    }

    public async Task EndAsync(string editorId, string? id)
    {
        await using var db = await hosts.CreateDbContextAsync();
        await db.Sessions.Where(row => row.EditorId == editorId && row.Id == id).ExecuteDeleteAsync();
    }

    /// <summary>Ends all of somebody's sessions but one.</summary>
    public async Task EndOthersAsync(string editorId, string? kept)
    {
        await using var db = await hosts.CreateDbContextAsync();
        await db.Sessions.Where(row => row.EditorId == editorId && row.Id != kept).ExecuteDeleteAsync();
    }
}
