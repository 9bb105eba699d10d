namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// Counts the pictures of an animation from its blocks: each is decoded whole, so a small file can hold a bomb.
/// </summary>
internal static class GifFrames
{
    private const byte Extension = 0x21;
    private const byte Picture = 0x2C;

    /// <summary>At most <paramref name="limit"/> and one; a file that breaks off has those it has.</summary>
    public static int Count(Stream gif, int limit)
    {
        using var reader = new BinaryReader(gif, System.Text.Encoding.Latin1, leaveOpen: true);
        gif.Position = 0;
        var count = 0;
        try
        {
            reader.ReadBytes(10);
            SkipPalette(reader, reader.ReadByte(), 2);
            for (var block = reader.ReadByte(); count <= limit
                && block is Extension or Picture; block = reader.ReadByte())
            {
                count += block == Picture ? 1 : 0;
                SkipBlock(reader, block);
            }
        }
        catch (EndOfStreamException)
        {
            // What follows is lost to every reader alike.
        }

        return count;
    }

    private static void SkipBlock(BinaryReader reader, byte block)
    {
        if (block == Picture)
        {
            reader.ReadBytes(8);
            SkipPalette(reader, reader.ReadByte(), 0);
        }

        reader.ReadByte();
        for (int length; (length = reader.ReadByte()) > 0;)
        {
            reader.BaseStream.Seek(length, SeekOrigin.Current);
        }
    }

    private static void SkipPalette(BinaryReader reader, byte flags, int more) =>
        reader.BaseStream.Seek(((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1)) + more, SeekOrigin.Current);
}
