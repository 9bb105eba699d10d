using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EgovSites.Platform.Mail;

/// <summary>
/// Believes a mail server that an authority named in the settings vouches for, beside those the system knows.
/// </summary>
internal sealed class ServerTrust(string authorityFile)
{
    private static readonly Oid Server = new("1.3.6.1.5.5.7.3.1");

    /// <summary>An authority nobody knew is all that may be wrong: never the name.</summary>
    public bool Believes(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        || (errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 shown
            && IsVouchedFor(shown, chain));

    private bool IsVouchedFor(X509Certificate2 shown, X509Chain? chain)
    {
        using var again = new X509Chain();
        again.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        again.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        again.ChainPolicy.ApplicationPolicy.Add(Server);
        again.ChainPolicy.CustomTrustStore.ImportFromPemFile(authorityFile);
        again.ChainPolicy.ExtraStore.AddRange(chain?.ChainPolicy.ExtraStore ?? []);
        return again.Build(shown);
    }
}
