using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace EgovSites.Host.Keys;

/// <summary>
/// Locks keys that were written while there was no lock: they are good for months, and would lie open as long.
/// </summary>
internal static class OpenKeys
{
    // As the framework writes and reads key files.
    private static readonly XNamespace Schema = "http://schemas.asp.net/2015/03/dataProtection";

    public static void Lock(DirectoryInfo folder, IXmlEncryptor encryptor)
    {
        foreach (var file in folder.GetFiles("*.xml"))
        {
            var key = XElement.Load(file.FullName);
            var open = key.Descendants().Where(part => (bool?)part.Attribute(Schema + "requiresEncryption") == true)
                .ToList();
            foreach (var part in open)
            {
                var info = encryptor.Encrypt(new XElement(part));
                part.ReplaceWith(new XElement(
                    Schema + "encryptedSecret",
                    new XAttribute("decryptorType", info.DecryptorType.AssemblyQualifiedName!), info.EncryptedElement));
            }

            if (open.Count > 0)
            {
                Replace(file.FullName, key);
            }
        }
    }

    // Never half a key under its name.
    private static void Replace(string path, XElement key)
    {
        var temporary = path + ".part";
        key.Save(temporary);
        File.Move(temporary, path, overwrite: true);
    }
}
