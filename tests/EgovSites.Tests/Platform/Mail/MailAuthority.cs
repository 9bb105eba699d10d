using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EgovSites.Tests.Platform.Mail;

/// <summary>An authority of a ministry's own, and what it vouches for.</summary>
internal sealed class MailAuthority : IDisposable
{
    private static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-1);

    private readonly X509Certificate2 _root;

    public MailAuthority()
    {
        using var key = RSA.Create(2048);
        var request = RequestOf("CN=Own authority", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = request.CreateSelfSigned(From, From.AddYears(1));
        File.WriteAllText(PemFile, _root.ExportCertificatePem());
    }

    public string PemFile { get; } = Path.Combine(Path.GetTempPath(), $"egov-authority-{Guid.NewGuid():N}.pem");

    /// <summary>A server's certificate for a name or an address.</summary>
    public X509Certificate2 For(string name)
    {
        using var key = RSA.Create(2048);
        var request = RequestOf($"CN={name}", key);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(_root, From, From.AddMonths(6), RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _root.Dispose();
        File.Delete(PemFile);
    }

    private static CertificateRequest RequestOf(string name, RSA key) =>
        new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
