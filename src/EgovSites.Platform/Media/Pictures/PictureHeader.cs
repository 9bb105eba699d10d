using System.Buffers.Binary;

namespace EgovSites.Platform.Media;

/// <summary>Reads kind and size of a picture from its header, so that a pixel bomb is known before anything decodes it.</summary>
public static class PictureHeader
{
    // Cameras write some hundred kilobytes before the frame; a file of fill bytes must not be walked to its end.
    private const int MaxJpegHead = 1024 * 1024;

    /// <summary>JPEG, PNG, WebP or GIF with its size; null for everything else, SVG among it.</summary>
    public static MediaKind? Read(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[32];
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(content),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] when head.Length >= 24 =>
                Of("png", BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..])),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] when head.Length >= 10 =>
                Of("gif", BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..])),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] when head.Length >= 30 =>
                WebP(head),
            _ => null,
        };
    }

    private static MediaKind? Of(string extension, int width, int height) =>
        width > 0 && height > 0 ? new MediaKind($"image/{(extension == "jpg" ? "jpeg" : extension)}", extension, width, height) : null;

    // The size stands in the first start-of-frame segment, behind whatever camera data comes before it.
    private static MediaKind? Jpeg(Stream content)
    {
        var head = new byte[Math.Min(content.Length, MaxJpegHead)];
        content.Position = 0;
        content.ReadExactly(head);
        for (var at = 2; at < head.Length - 9;)
        {
            var segment = head.AsSpan(at, 9);
            if (segment[0] != 0xFF)
            {
                return null;
            }

            if (IsStartOfFrame(segment[1]))
            {
                return Of("jpg", BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            }

            at += segment[1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
        }

        return null;
    }

    private static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static MediaKind? WebP(ReadOnlySpan<byte> head) => head[15] switch
    {
        (byte)' ' => Of("webp", BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF),
        (byte)'L' => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(head[21..])),
        (byte)'X' => Of("webp", 1 + Int24(head[24..]), 1 + Int24(head[27..])),
        _ => null,
    };

    private static MediaKind? Lossless(uint bits) => Of("webp", 1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
