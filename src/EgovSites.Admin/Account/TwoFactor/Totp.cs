using OtpNet;

namespace EgovSites.Admin.Account.TwoFactor;

/// <summary>
/// Codes of authenticator apps (RFC 6238). Identity's own check does not say which half minute a code is of, so it
/// cannot refuse one that was used.
/// </summary>
public static class Totp
{
    public const int Seconds = 30;

    private static readonly VerificationWindow OneAround = new(1, 1);

    /// <summary>
    /// The half minute a code is of, one before or after allowed for slow fingers and clocks; null for a wrong code.
    /// </summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit).Take(7));
        return Of(key).VerifyTotp(now.UtcDateTime, typed, out var step, OneAround) ? step : null;
    }

    /// <summary>The six digits of a half minute.</summary>
    public static string CodeOf(string key, long step) =>
        Of(key).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * Seconds).UtcDateTime);

    private static OtpNet.Totp Of(string key) => new(Base32Encoding.ToBytes(key), Seconds);
}
