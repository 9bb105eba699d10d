using System.Text;

namespace EgovSites.Platform.Media.Kinds;

/// <summary>Finds out how the letters of a text are written.</summary>
public static class TextEncodings
{
    private const int SampleLength = 64 * 1024;
    private const int HeadLength = 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    // The one-byte writings of Cyrillic that are met here, with their weight: Windows far oftener than DOS and Unix.
    private static readonly (int Page, double Weight)[] OneByte = [(1251, 1), (866, 0.9), (20866, 0.9)];

    /// <summary>
    /// The letters of a file and how they are written, as far as it is text in a writing known here; else null.
    /// </summary>
    public static (string Text, Encoding Encoding)? Read(Stream content)
    {
        var head = new byte[Math.Min(HeadLength, content.Length)];
        content.Position = 0;
        content.ReadExactly(head);
        if ((UnicodeOf(content, head) ?? GuessOf(content)) is not { } encoding)
        {
            return null;
        }

        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return (reader.ReadToEnd(), encoding);
    }

    /// <summary>
    /// UTF-8 or UTF-16, with or without a mark at its head, when the whole stream is text in it; else null.
    /// </summary>
    internal static Encoding? UnicodeOf(Stream content, ReadOnlySpan<byte> head)
    {
        var encoding = MarkedOrEven(head);
        content.Position = 0;
        using var reader =
            new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        try
        {
            return HasLettersOnly(reader) ? encoding : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// The one-byte writing in which the text looks most like Cyrillic words; null where it looks like none.
    /// </summary>
    public static Encoding? GuessOf(Stream content)
    {
        content.Position = 0;
        var sample = new byte[Math.Min(SampleLength, content.Length)];
        content.ReadExactly(sample);
        if (sample.Any(one => one < ' ' && !char.IsWhiteSpace((char)one)))
        {
            return null;
        }

        var (best, score) =
            OneByte.Select(one => (Encoding: CodePagesEncodingProvider.Instance.GetEncoding(one.Page)!, one.Weight))
            .Select(one => (one.Encoding, Score: one.Weight * CyrillicScore.Of(one.Encoding.GetString(sample))))
            .MaxBy(pair => pair.Score);
        return score > CyrillicScore.Enough ? best : null;
    }

    private static Encoding MarkedOrEven(ReadOnlySpan<byte> head) =>
        head.StartsWith<byte>([0xFF, 0xFE]) || IsHigh(head, 1)
            ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
        : head.StartsWith<byte>([0xFE, 0xFF]) || IsHigh(head, 0)
        ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
        : Utf8;

    // In UTF-16 every second byte is that of Latin or Cyrillic.
    private static bool IsHigh(ReadOnlySpan<byte> head, int start)
    {
        var (high, all) = (0, 0);
        for (var at = start; at < head.Length; at += 2, all++)
        {
            high += head[at] is 0 or 4 ? 1 : 0;
        }

        return all > 3 && high * 10 >= all * 9;
    }

    private static bool HasLettersOnly(StreamReader reader)
    {
        var buffer = new char[4096];
        for (var count = reader.Read(buffer); count > 0; count = reader.Read(buffer))
        {
            if (buffer.AsSpan(0, count).ContainsAnyInRange('\0', '\b')
                || buffer.AsSpan(0, count).ContainsAnyInRange('\x0E', '\x1F'))
            {
                return false;
            }
        }

        return true;
    }
}
