namespace EgovSites.Host.Keys;

/// <summary>
/// One way to lock the signing keys: a certificate or a passphrase, each in a file outside the data folder.
/// </summary>
public class KeyLock
{
    /// <summary>A PKCS#12 file with an RSA key.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>The file that holds the certificate's password; empty for one without.</summary>
    public string CertificatePasswordFile { get; set; } = "";

    /// <summary>A file with a passphrase, instead of a certificate.</summary>
    public string PassphraseFile { get; set; } = "";
}

/// <summary>What locks new signing keys, and what opens those of before.</summary>
public sealed class KeysOptions : KeyLock
{
    public const string Section = "Keys";

    /// <summary>What was in use earlier; opens old keys and locks nothing.</summary>
    public IList<KeyLock> Former { get; } = [];
}
