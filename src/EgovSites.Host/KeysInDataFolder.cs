using System.Xml;
using System.Xml.Linq;
using EgovSites.Platform.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace EgovSites.Host;

/// <summary>
/// Keeps the keys of cookies and signed links beside the databases, readable by this user alone. One that cannot be read is set
/// aside as <c>*.broken</c>: with it in place nobody could sign in, without it people sign in anew under a new key.
/// </summary>
internal sealed class KeysInDataFolder(IOptions<StorageOptions> storage, ILoggerFactory logs) : IConfigureOptions<KeyManagementOptions>
{
    private readonly ILogger _log = logs.CreateLogger<KeysInDataFolder>();

    public void Configure(KeyManagementOptions options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(storage.Value.DataFolder), "keys"));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        foreach (var file in folder.GetFiles("*.xml").Where(IsBroken))
        {
            file.MoveTo(file.FullName + ".broken", overwrite: true);
            _log.LogCritical("The key file {File} cannot be read and was set aside; whoever was signed in with it signs in anew", file.Name);
        }

        options.XmlRepository = new FileSystemXmlRepository(folder, logs);
    }

    // What a key file must have for the framework to take it: an id, three dates and a secret.
    private static bool IsBroken(FileInfo file)
    {
        try
        {
            var root = XDocument.Load(file.FullName).Root!;
            return root.Name.LocalName != "revocation"
                && (!Guid.TryParse((string?)root.Attribute("id"), out _)
                    || Dates.Any(name => !DateTimeOffset.TryParse((string?)root.Element(name), System.Globalization.CultureInfo.InvariantCulture, out _))
                    || root.Element("descriptor")?.Attribute("deserializerType") is null);
        }
        catch (XmlException)
        {
            return true;
        }
    }

    private static readonly string[] Dates = ["creationDate", "activationDate", "expirationDate"];
}
