using System.Buffers.Binary;

namespace EgovSites.Platform.Media.Kinds;

/// <summary>
/// Kinds that are not taken, but that people send: each has a sentence that says what to send instead.
/// </summary>
internal static class ForeignKinds
{
    private const string Heic = "media.kind.heic";
    private const string Picture = "media.kind.picture";
    private const string Video = "media.kind.video";
    private const string Archive = "media.kind.archive";
    private const string OldOffice = "media.kind.oldOffice";
    private const string Program = "media.kind.program";
    private const string Password = "media.kind.password";

    private static readonly (byte[] Start, string Refusal)[] Starts =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OldOffice),
        ([.. "Rar!"u8], Archive),
        ([0x37, 0x7A, 0xBC, 0xAF], Archive),
        ([0x1F, 0x8B], Archive),
        ([.. "II*\0"u8], Picture),
        ([.. "MM\0*"u8], Picture),
        ([.. "8BPS"u8], Picture),
        ([.. "BM"u8], Picture),
        ([.. "RIFF"u8], Video),
        ([.. "OggS"u8], Video),
        ([.. "ID3"u8], Video),
        ([0x1A, 0x45, 0xDF, 0xA3], Video),
        ([0xFF, 0xFB], Video),
        ([.. "MZ"u8], Program),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], Program),
    ];

    public static Sniffed? RefusalOf(ReadOnlySpan<byte> head, Stream content)
    {
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
        {
            return Sniffed.Not(IsAvif(head) ? Picture : OfBrand(head[8..12]));
        }

        foreach (var (start, refusal) in Starts)
        {
            if (head.StartsWith(start))
            {
                return Sniffed.Not(refusal == OldOffice && IsLocked(head, content) ? Password : refusal);
            }
        }

        return null;
    }

    // The first box lists whom the file suits; the first name alone says little.
    private static bool IsAvif(ReadOnlySpan<byte> head) =>
        head[..(int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)Math.Min(head.Length, 128))]
            .IndexOf("avif"u8) >= 0;

    // Office wraps what a password protects into a file of the old kind, whose folder is where the head says.
    private static bool IsLocked(ReadOnlySpan<byte> head, Stream content)
    {
        if (head.Length < 52 || head[30] != 9)
        {
            return false;
        }

        content.Position = Math.Min((BinaryPrimitives.ReadUInt32LittleEndian(head[48..]) + 1L) * 512, content.Length);
        Span<byte> folder = stackalloc byte[4096];
        folder = folder[..content.ReadAtLeast(folder, folder.Length, throwOnEndOfStream: false)];
        return folder.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0;
    }

    private static string OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("he"u8) || brand.StartsWith("mif"u8) || brand.StartsWith("msf"u8) ? Heic
        : brand.StartsWith("avi"u8) ? Picture
        : Video;
}
