using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace EgovSites.Host.Keys;

internal static class KeyServices
{
    /// <summary>
    /// The signing keys in the data folder, locked as the settings say; throws <see cref="InvalidDataException"/> for a
    /// lock that is none.
    /// </summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var locks = new KeyLocks(configuration.GetSection(KeysOptions.Section).Get<KeysOptions>() ?? new KeysOptions());
        services.AddSingleton(locks).AddSingleton<KeysInDataFolder>().AddHostedService<KeysAtRest>();
        services.AddDataProtection().SetApplicationName("EgovSites")
            .UnprotectKeysWithAnyCertificate([.. locks.Certificates]);
        services.AddOptions<KeyManagementOptions>().Configure<KeysInDataFolder, ILoggerFactory>((options, keys, logs) =>
            (options.XmlRepository, options.XmlEncryptor) = (keys, EncryptorOf(locks, logs)));
        return services;
    }

    /// <summary>What locks new keys; null where nothing does.</summary>
    public static IXmlEncryptor? EncryptorOf(KeyLocks locks, ILoggerFactory logs) =>
        locks.Certificate is { } certificate ? new CertificateXmlEncryptor(certificate, logs)
        : locks.Passphrase is { } passphrase ? new PassphraseEncryptor(passphrase)
        : null;
}
