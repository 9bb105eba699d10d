using EgovSites.Platform.Media.Pictures;

namespace EgovSites.Tests.Platform.Media.Pictures;

public class PictureHeaderTests
{
    private static readonly byte[] Frame = [0xFF, 0xC0, 0, 17, 8, 0, 90, 0, 160, 3, 1];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(70_000)]
    public void Fill_bytes_before_the_frame_are_stepped_over(int count)
    {
        var picture = PictureHeader.Read(Jpeg(count));

        Assert.That((picture?.Width, picture?.Height), Is.EqualTo((160, 90)));
    }

    [Test]
    public void A_file_of_fill_bytes_is_not_walked_to_its_end()
    {
        var file = new Watched(Jpeg(8 << 20).ToArray());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PictureHeader.Read(file), Is.Null);
            Assert.That(file.Furthest, Is.LessThan(2 << 20));
        }
    }

    private static MemoryStream Jpeg(int fill) => new([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, fill), .. Frame]);

    private sealed class Watched(byte[] bytes) : MemoryStream(bytes)
    {
        public long Furthest { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var count = base.Read(buffer);
            Furthest = Math.Max(Furthest, Position);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            Furthest = Math.Max(Furthest, Position);
            return read;
        }
    }
}
