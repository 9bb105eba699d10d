using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EgovSites.Admin.TwoFactor;

/// <summary>Codes of authenticator apps (RFC 6238). Identity's own check does not say which half minute a code is of, so it cannot refuse one that was used.</summary>
public static class Totp
{
    public const int Seconds = 30;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The half minute a code is of, one before or after allowed for slow fingers and clocks; null for a wrong code.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var present = now.ToUnixTimeSeconds() / Seconds;
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiDigit).Take(7)));
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            found = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(key, step)), typed) ? step : found;
        }

        return found;
    }

    /// <summary>The six digits of a half minute.</summary>
    public static string CodeOf(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know no other hash.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        var (bits, count, at) = (0, 0, 0);
        foreach (var letter in key)
        {
            bits = (bits << 5) | Letters.IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes[at++] = (byte)(bits >> count);
                bits &= (1 << count) - 1;
            }
        }

        return bytes;
    }
}
