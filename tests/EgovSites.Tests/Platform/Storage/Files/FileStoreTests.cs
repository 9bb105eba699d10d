namespace EgovSites.Tests.Platform.Storage.Files;

/// <summary>What every store of files promises.</summary>
[TestFixture(false, TestName = "On the disk")]
[TestFixture(true, TestName = "In a bucket")]
public sealed class FileStoreTests(bool inBucket)
{
    [Test]
    public async Task What_is_kept_is_known_listed_and_brought()
    {
        await using var shelf = await Shelf.OpenAsync(inBucket);
        var paths = new[] { "a/media/1/original.jpg", "a/media/1/480.webp", "a/media/1/v2/original.jpg",
            "a/appeals/нома ва расм", "ab/media/1/original.jpg" };
        foreach (var path in paths)
        {
            await shelf.KeepAsync(path, path);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await shelf.Store.ListAsync(shelf.Place("a")), Is.EquivalentTo(paths[..4].Select(shelf.Place)));
            Assert.That(await shelf.Store.ListAsync(shelf.Place("a/media/1/v2")), Is.EqualTo([shelf.Place(paths[2])]));
            Assert.That(await shelf.Store.ListAsync(shelf.Place("b")), Is.Empty);
            foreach (var path in paths)
            {
                Assert.That(await shelf.Store.IsKeptAsync(shelf.Place(path)), Is.True, path);
                Assert.That(await shelf.Store.BringAsync(shelf.Place(path)), Is.True, path);
                Assert.That(await File.ReadAllTextAsync(shelf.Place(path)), Is.EqualTo(path));
            }
        }
    }

    [Test]
    public async Task What_was_never_kept_is_not_there()
    {
        await using var shelf = await Shelf.OpenAsync(inBucket);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await shelf.Store.IsKeptAsync(shelf.Place("a/none")), Is.False);
            Assert.That(await shelf.Store.BringAsync(shelf.Place("a/none")), Is.False);
            Assert.That(async () => await shelf.Store.DeleteAsync(shelf.Place("a/none")), Throws.Nothing);
            Assert.That(Directory.Exists(shelf.Place("a")), Is.False, "nothing may be made by asking");
        }
    }

    [Test]
    public async Task What_is_deleted_is_gone_everywhere()
    {
        await using var shelf = await Shelf.OpenAsync(inBucket);
        await shelf.KeepAsync("a/1", "як");
        await shelf.KeepAsync("a/2", "ду");

        await shelf.Store.DeleteAsync(shelf.Place("a/1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.Exists(shelf.Place("a/1")), Is.False);
            Assert.That(await shelf.Store.BringAsync(shelf.Place("a/1")), Is.False);
            Assert.That(await shelf.Store.ListAsync(shelf.Place("a")), Is.EqualTo([shelf.Place("a/2")]));
        }
    }
}
