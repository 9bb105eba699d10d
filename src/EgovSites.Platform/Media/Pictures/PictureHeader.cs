using System.Buffers.Binary;

namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// Reads the size of a picture from its header, so that most pixel bombs are known before anything decodes them.
/// </summary>
public static class PictureHeader
{
    // Bytes that are looked at one by one; whole segments are stepped over and cost nothing.
    private const int MaxSteps = 1024 * 1024;

    /// <summary>The size of a JPEG, PNG, WebP or GIF; null for everything else, and where none is found.</summary>
    public static PictureSize? Read(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[32];
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(content),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] when head.Length >= 24 =>
                Of(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..])),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..]
                when head.Length >= 10 =>
                Of(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]),
                    BinaryPrimitives.ReadUInt16LittleEndian(head[8..])),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..]
                when head.Length >= 30 =>
                WebP(head),
            _ => null,
        };
    }

    private static PictureSize? Of(int width, int height) =>
        width > 0 && height > 0 ? new PictureSize(width, height) : null;

    // The size stands in the first start-of-frame segment, behind whatever camera data, colours and stray bytes come
    // before it.
    private static PictureSize? Jpeg(Stream content)
    {
        content.Position = 2;
        Span<byte> segment = stackalloc byte[7];
        for (var left = MaxSteps; left > 0;)
        {
            var marker = NextMarker(content, ref left);
            if (marker < 0 || content.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false) < segment.Length)
            {
                return null;
            }

            if (IsStartOfFrame(marker))
            {
                return Of(BinaryPrimitives.ReadUInt16BigEndian(segment[5..]),
                    BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
            }

            var length = HasLength(marker) ? BinaryPrimitives.ReadUInt16BigEndian(segment) : 0;
            content.Position += length - segment.Length;
        }

        return null;
    }

    private static int NextMarker(Stream content, ref int left)
    {
        var isFill = false;
        for (; left > 0 && content.ReadByte() is var next and >= 0; left--)
        {
            if (isFill && next is not (0x00 or 0xFF))
            {
                return next;
            }

            isFill = next == 0xFF;
        }

        return -1;
    }

    private static bool IsStartOfFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool HasLength(int marker) => marker is not (0x01 or (>= 0xD0 and <= 0xD9));

    private static PictureSize? WebP(ReadOnlySpan<byte> head) => head[15] switch
    {
        (byte)' ' => Of(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF),
        (byte)'L' => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(head[21..])),
        (byte)'X' => Of(1 + Int24(head[24..]), 1 + Int24(head[27..])),
        _ => null,
    };

    private static PictureSize? Lossless(uint bits) => Of(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
