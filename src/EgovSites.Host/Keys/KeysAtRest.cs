using EgovSites.Platform.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace EgovSites.Host.Keys;

/// <summary>
/// Says at start how the signing keys lie: open to whoever reads the folder, or under a lock that does not open all of
/// them.
/// </summary>
internal sealed class KeysAtRest(IKeyManager keys, KeyLocks locks, DataFolder folder, ILogger<KeysAtRest> log)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!locks.AreSet)
        {
            log.LogWarning(
                "The signing keys in {Folder} lie open: whoever reads a copy can sign in as anybody. Set Keys:Certificate or Keys:PassphraseFile",
                folder.In(DataFolder.Keys));
        }

        var faults = keys.GetAllKeys().Select(FaultOf).OfType<string>().ToList();
        if (faults.Count > 0)
        {
            log.LogCritical(
                "{Count} signing keys cannot be opened ({Fault}): who signed in under them signs in anew, and apps of the second step are not understood. "
                + "Name what locked them under Keys:Former", faults.Count, faults[0]);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The framework opens a key when it is first asked for, and goes on with a new one.
    private static string? FaultOf(IKey key)
    {
        try
        {
            key.CreateEncryptor();
            return null;
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }
}
