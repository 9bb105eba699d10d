using EgovSites.Platform.Storage.Engines;


namespace EgovSites.Tests.Platform.Storage.Engines;

public class DurableFileTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-files-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_file_stands_whole_under_its_name_in_a_folder_made_for_it()
    {
        var path = Path.Combine(_folder, "new", "file");

        await DurableFile.WriteAsync(path, new MemoryStream([1, 2, 3]));

        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_folder_is_made_with_those_above_it_and_one_that_is_there_is_left_alone()
    {
        var folder = Path.Combine(_folder, "a", "b", "c");

        DurableFile.MakeFolder(folder);
        DurableFile.MakeFolder(folder);

        Assert.That(Directory.Exists(folder), Is.True);
    }

    [Test]
    public void What_breaks_off_leaves_nothing_behind()
    {
        Assert.That(() =>
            DurableFile.WriteAsync(Path.Combine(_folder, "file"), new BrokenStream()),
                Throws.InstanceOf<IOException>());

        Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public async Task A_file_that_is_there_is_never_written_over()
    {
        var path = Path.Combine(_folder, "file");
        await DurableFile.WriteAsync(path, new MemoryStream([1]));

        Assert.That(() => DurableFile.WriteAsync(path, new MemoryStream([2])), Throws.InstanceOf<IOException>());
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(new byte[] { 1 }));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            destination.WriteByte(1);
            throw new IOException("The connection broke.");
        }
    }
}
