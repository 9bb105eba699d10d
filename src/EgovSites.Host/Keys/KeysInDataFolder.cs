using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using EgovSites.Platform.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EgovSites.Host.Keys;

/// <summary>
/// Keeps the keys of cookies and signed links beside the databases, readable by this user alone. The folder is made
/// with the first key: a verb that finds no platform leaves no folder behind.
/// </summary>
internal sealed class KeysInDataFolder : IXmlRepository
{
    private static readonly string[] Dates = ["creationDate", "activationDate", "expirationDate"];

    private readonly DataFolder _data;
    private readonly KeyLocks _locks;
    private readonly ILoggerFactory _logs;
    private readonly Lazy<FileSystemXmlRepository> _files;

    public KeysInDataFolder(DataFolder data, KeyLocks locks, ILoggerFactory logs)
    {
        (_data, _locks, _logs) = (data, locks, logs);
        _files = new(Open);
    }

    public IReadOnlyCollection<XElement> GetAllElements() => _files.Value.GetAllElements();

    public void StoreElement(XElement element, string friendlyName) => _files.Value.StoreElement(element, friendlyName);

    private FileSystemXmlRepository Open()
    {
        var folder = Directory.CreateDirectory(_data.In(DataFolder.Keys));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        PutBrokenAside(folder);
        if (KeyServices.EncryptorOf(_locks, _logs) is { } encryptor)
        {
            OpenKeys.Lock(folder, encryptor);
        }

        return new FileSystemXmlRepository(folder, _logs);
    }

    // One unreadable key would keep everybody from signing in; without it those who used it sign in once more.
    private void PutBrokenAside(DirectoryInfo folder)
    {
        foreach (var file in folder.GetFiles("*.xml").Where(file => !IsReadable(file)))
        {
            _logs.CreateLogger<KeysInDataFolder>()
                .LogCritical(
                    "The key {Key} is damaged and put aside; restore it from a backup to keep sessions", file.Name);
            file.MoveTo(file.FullName + ".broken", overwrite: true);
        }
    }

    // What a key file must have for the framework to take it: an id, three dates and a secret.
    private static bool IsReadable(FileInfo file)
    {
        try
        {
            var root = XElement.Load(file.FullName);
            return root.Name.LocalName == "revocation"
                || (Guid.TryParse((string?)root.Attribute("id"), out _)
                    && Dates.All(name =>
                        DateTimeOffset.TryParse((string?)root.Element(name), CultureInfo.InvariantCulture, out _))
                    && root.Element("descriptor")?.Attribute("deserializerType") is not null);
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
