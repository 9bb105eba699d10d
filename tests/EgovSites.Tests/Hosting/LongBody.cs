using System.Net;

namespace EgovSites.Tests.Hosting;

/// <summary>A body of any length that nobody has to keep.</summary>
public sealed class LongBody(long length) : HttpContent
{
    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var piece = new byte[8192];
        for (var sent = 0L; sent < length; sent += piece.Length)
        {
            await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, length - sent)));
        }
    }
}
