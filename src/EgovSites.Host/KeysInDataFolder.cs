using EgovSites.Platform.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace EgovSites.Host;

/// <summary>Keeps the keys of cookies and signed links beside the databases, readable by this user alone.</summary>
internal sealed class KeysInDataFolder(IOptions<StorageOptions> storage, ILoggerFactory logs) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(storage.Value.DataFolder), "keys"));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        options.XmlRepository = new FileSystemXmlRepository(folder, logs);
    }
}
