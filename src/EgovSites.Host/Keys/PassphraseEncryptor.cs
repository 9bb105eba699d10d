using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace EgovSites.Host.Keys;

/// <summary>
/// Locks the secret part of a key file with a passphrase: AES-256-GCM under a key that PBKDF2 makes of it, for each
/// file with a salt of its own. The framework brings certificates only (ADR 0012).
/// </summary>
internal sealed class PassphraseEncryptor(string passphrase) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(PassphraseSeal.Close(plaintextElement, passphrase), typeof(PassphraseDecryptor));
}

/// <summary>Made by the framework, which finds this type's full name in the key file: it must stay.</summary>
public sealed class PassphraseDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <summary>Throws <see cref="CryptographicException"/> when none of the known passphrases fits.</summary>
    public XElement Decrypt(XElement encryptedElement)
    {
        foreach (var passphrase in services.GetRequiredService<KeyLocks>().Passphrases)
        {
            if (PassphraseSeal.Open(encryptedElement, passphrase) is { } opened)
            {
                return opened;
            }
        }

        throw new CryptographicException("The key was locked with another passphrase.");
    }
}

/// <summary>The form of the locked part, and the arithmetic.</summary>
internal static class PassphraseSeal
{
    private const int Rounds = 210_000;
    private const int SaltLength = 16;
    private const int KeyLength = 32;

    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    public static XElement Close(XElement open, string passphrase)
    {
        var text = Encoding.UTF8.GetBytes(open.ToString(SaveOptions.DisableFormatting));
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(SaltLength), RandomNumberGenerator.GetBytes(NonceLength));
        var (tag, hidden) = (new byte[TagLength], new byte[text.Length]);
        using var aes = new AesGcm(KeyOf(passphrase, salt, Rounds), TagLength);
        aes.Encrypt(nonce, text, hidden, tag);
        return new XElement(
            "sealed", new XAttribute("rounds", Rounds), Convert.ToBase64String([.. salt, .. nonce, .. tag, .. hidden]));
    }

    /// <summary>Null when the passphrase is another one, or somebody changed the element.</summary>
    public static XElement? Open(XElement closed, string passphrase)
    {
        var all = Convert.FromBase64String(closed.Value).AsSpan();
        var nonce = all.Slice(SaltLength, NonceLength);
        var tag = all.Slice(SaltLength + NonceLength, TagLength);
        var hidden = all[(SaltLength + NonceLength + TagLength)..];
        var text = new byte[hidden.Length];
        var rounds = int.Parse(closed.Attribute("rounds")!.Value, CultureInfo.InvariantCulture);
        using var aes = new AesGcm(KeyOf(passphrase, all[..SaltLength].ToArray(), rounds), TagLength);
        try
        {
            aes.Decrypt(nonce, hidden, tag, text);
            return XElement.Parse(Encoding.UTF8.GetString(text));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] KeyOf(string passphrase, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA512, KeyLength);
}
