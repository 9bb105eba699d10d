using System.Buffers.Binary;

namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// Knows an animated PNG by the chunk that must stand before its pixels; libvips reads only its first picture.
/// </summary>
internal static class PngFrames
{
    private const int Signature = 8;
    private const int MaxChunks = 1000;

    public static bool AreMany(Stream png)
    {
        png.Position = Signature;
        Span<byte> head = stackalloc byte[12];
        for (var count = 0; count < MaxChunks
            && png.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length; count++)
        {
            if (head[4..8].SequenceEqual("acTL"u8))
            {
                return BinaryPrimitives.ReadUInt32BigEndian(head[8..]) > 1;
            }

            if (head[4..8].SequenceEqual("IDAT"u8))
            {
                return false;
            }

            // Of the content four bytes are read, of the chunk a checksum follows.
            png.Position += BinaryPrimitives.ReadUInt32BigEndian(head);
        }

        return false;
    }
}
