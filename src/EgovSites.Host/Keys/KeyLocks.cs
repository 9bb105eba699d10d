using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EgovSites.Host.Keys;

/// <summary>
/// The certificates and passphrases that the settings name, read once; the first locks, all of them open.
/// </summary>
internal sealed class KeyLocks
{
    private const int ShortestPassphrase = 16;

    private readonly KeysOptions _options;

    /// <summary>Throws <see cref="InvalidDataException"/> for a file that is missing, or no lock.</summary>
    public KeyLocks(KeysOptions options)
    {
        _options = options;
        Certificates =
            [.. All(one => one.Certificate).Select(pair => Open(pair.Path, pair.Lock.CertificatePasswordFile))];
        Passphrases = [.. All(one => one.PassphraseFile).Select(pair => PassphraseIn(pair.Path))];
        if (options is { Certificate.Length: > 0, PassphraseFile.Length: > 0 })
        {
            throw new InvalidDataException(
                "Keys:Certificate and Keys:PassphraseFile are both set; one of them locks the keys.");
        }
    }

    public bool AreSet => Certificate is not null || Passphrase is not null;

    /// <summary>Locks new keys; null where a passphrase does, or nothing.</summary>
    public X509Certificate2? Certificate => _options.Certificate.Length > 0 ? Certificates[0] : null;

    /// <summary>Locks new keys; null where a certificate does, or nothing.</summary>
    public string? Passphrase => _options.PassphraseFile.Length > 0 ? Passphrases[0] : null;

    public IReadOnlyList<X509Certificate2> Certificates { get; }

    public IReadOnlyList<string> Passphrases { get; }

    private IEnumerable<(string Path, KeyLock Lock)> All(Func<KeyLock, string> pathOf) =>
        _options.Former.Prepend(_options).Select(one => (pathOf(one), one)).Where(pair => pair.Item1.Length > 0);

    private static X509Certificate2 Open(string path, string passwordFile)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, passwordFile.Length > 0
                ? File.ReadAllText(passwordFile).Trim() : null);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null ? certificate
                : throw new InvalidDataException($"The certificate {path} has no private RSA key.");
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The certificate {path} cannot be opened: {error.Message}", error);
        }
    }

    private static string PassphraseIn(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: >= ShortestPassphrase } passphrase ? passphrase
                : throw new InvalidDataException(
                    $"The passphrase in {path} must have at least {ShortestPassphrase} letters.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The passphrase in {path} cannot be read: {error.Message}", error);
        }
    }
}
