using System.Globalization;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>
/// How often one address may try to get in. Its tries for one account end before the account itself is closed, so
/// nobody can cheaply lock a colleague out; closing it stays for tries that come from many addresses. A device that the
/// account knows has as many tries of its own, and neither its address nor what strangers do counts there.
/// </summary>
public sealed class EntryLimits(
    VisitLimits limits, KnownDevices devices, IHttpContextAccessor accessor, SecurityLog security)
{
    public const int TriesPerAccount = 5;

    /// <summary>A whole ministry may stand behind one address.</summary>
    public const int TriesPerAddress = 40;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // What counted the try of this request, where it came from a known device: a success may change what is known.
    private string? _device;

    private HttpContext Context => accessor.HttpContext!;

    private string Address => VisitLimits.Network(Context.Connection.RemoteIpAddress);

    /// <summary>
    /// Counts a try, for an account where it names one; when there were too many, makes the answer a 429 and says so in
    /// words.
    /// </summary>
    public async Task<Reason?> RefuseAsync(string? account)
    {
        _device = account is null ? null : await devices.NameAsync(account);
        if (_device is not null)
        {
            return limits.Enter(OfDevice, TriesPerAccount, Window) is { } closed ? TooMany(closed) : null;
        }

        if (limits.Enter(OfAddress, TriesPerAddress, Window) is { } all)
        {
            return TooMany(all);
        }

        if (account is null || limits.Enter(OfAccount(account), TriesPerAccount, Window) is not { } wait)
        {
            return null;
        }

        // One stubborn neighbour must not use up the tries of everybody behind the address.
        limits.GiveBack(OfAddress);
        return TooMany(wait);
    }

    /// <summary>Only failures count.</summary>
    public void GiveBack(string? account)
    {
        if (_device is not null)
        {
            limits.GiveBack(OfDevice);
            return;
        }

        limits.GiveBack(OfAddress);
        if (account is not null)
        {
            limits.GiveBack(OfAccount(account));
        }
    }

    private string OfDevice => $"entry/device/{_device}";

    private string OfAddress => $"entry/{Address}";

    private string OfAccount(string account) =>
        $"entry/{Address}/{(account.Length > 254 ? "" : account.Trim().ToUpperInvariant())}";

    private Reason TooMany(TimeSpan wait)
    {
        security.Write(SecurityEvent.SignIn, "", $"{SecurityLog.Refused}, too many tries");
        Context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        return new Reason("signIn.tooMany", (int)Math.Ceiling(wait.TotalMinutes));
    }
}
