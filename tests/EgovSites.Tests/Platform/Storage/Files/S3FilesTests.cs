using System.Diagnostics;
using EgovSites.Platform.Storage.Files;

namespace EgovSites.Tests.Platform.Storage.Files;

public sealed class S3FilesTests
{
    [Test]
    public async Task A_lost_copy_comes_back_once_for_all_who_ask()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.KeepAsync("a/media/1/original.jpg", "сурат");
        shelf.LoseCopies();

        var came = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => shelf.Store.BringAsync(shelf.Place("a/media/1/original.jpg"))));
        await shelf.Store.BringAsync(shelf.Place("a/media/1/original.jpg"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(came, Is.All.True);
            Assert.That(await File.ReadAllTextAsync(shelf.Place("a/media/1/original.jpg")), Is.EqualTo("сурат"));
            Assert.That(shelf.Server.Requests.Count(request => request.StartsWith("GET ", StringComparison.Ordinal)),
                Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_store_that_is_away_says_so_and_answers_when_it_is_back()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.KeepAsync("a/1", "як");
        shelf.LoseCopies();

        shelf.Server.IsDown = true;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                async () => await shelf.Store.BringAsync(shelf.Place("a/1")), Throws.TypeOf<FileStoreAwayException>());
            Assert.That(
                async () => await shelf.Store.IsKeptAsync(shelf.Place("a/1")), Throws.TypeOf<FileStoreAwayException>());
            Assert.That(
                async () => await shelf.Store.ListAsync(shelf.Place("a")), Throws.TypeOf<FileStoreAwayException>());
            Assert.That(async () => await shelf.KeepAsync("a/2", "ду"), Throws.TypeOf<FileStoreAwayException>());
            Assert.That(
                async () => await shelf.Store.DeleteAsync(shelf.Place("a/1")), Throws.TypeOf<FileStoreAwayException>());
        }

        shelf.Server.IsDown = false;
        Assert.That(await shelf.Store.BringAsync(shelf.Place("a/1")), Is.True);
    }

    [Test]
    public async Task A_bucket_that_takes_no_file_and_says_not_found_has_not_kept_it()
    {
        await using var shelf = await Shelf.OpenAsync();

        shelf.Server.IsElsewhere = true;

        Assert.That(async () => await shelf.KeepAsync("a/1", "як"), Throws.TypeOf<FileStoreAwayException>());
    }

    [Test]
    public async Task A_bucket_that_stalls_is_given_up_and_asked_anew()
    {
        await using var shelf = await Shelf.OpenAsync(timeoutSeconds: 1);
        await shelf.KeepAsync("a/1", new string('я', 100_000));
        shelf.LoseCopies();

        shelf.Server.IsStalled = true;
        Assert.That(async () => await shelf.Store.BringAsync(shelf.Place("a/1")), Throws.InstanceOf<IOException>());
        shelf.Server.IsStalled = false;

        Assert.That(await shelf.Store.BringAsync(shelf.Place("a/1")), Is.True);
    }

    [Test]
    public async Task A_bucket_that_is_away_costs_the_stated_time_and_then_nothing_for_a_while()
    {
        await using var shelf = await Shelf.OpenAsync(timeoutSeconds: 1, pauseSeconds: 2);
        await shelf.KeepAsync("a/1", new string('я', 100_000));
        shelf.LoseCopies();
        shelf.Server.IsStalled = true;

        var clock = Stopwatch.StartNew();
        for (var count = 0; count < 3; count++)
        {
            Assert.That(
                async () => await shelf.Store.BringAsync(shelf.Place("a/1")), Throws.TypeOf<FileStoreAwayException>());
        }

        var asked = clock.Elapsed;
        shelf.Server.IsStalled = false;
        Assert.That(
            async () => await shelf.Store.BringAsync(shelf.Place("a/1")), Throws.TypeOf<FileStoreAwayException>());
        var closed = clock.Elapsed - asked;
        await Task.Delay(2200);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked, Is.GreaterThan(TimeSpan.FromSeconds(2.5)).And.LessThan(TimeSpan.FromSeconds(9)));
            Assert.That(closed, Is.LessThan(TimeSpan.FromSeconds(1)));
            Assert.That(await shelf.Store.BringAsync(shelf.Place("a/1")), Is.True);
        }
    }

    [Test]
    public async Task Half_a_file_is_never_taken_for_the_whole()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.KeepAsync("a/1", new string('я', 100_000));
        shelf.LoseCopies();

        shelf.Server.IsCutOff = true;

        Assert.That(async () => await shelf.Store.BringAsync(shelf.Place("a/1")), Throws.InstanceOf<IOException>());
        Assert.That(Directory.GetFiles(shelf.Place("a")), Is.Empty);
    }

    [Test]
    public async Task Keys_begin_with_the_prefix_and_name_the_tenant()
    {
        await using var shelf = await Shelf.OpenAsync();

        await shelf.KeepAsync("a/media/1/original.jpg", "сурат");

        Assert.That(shelf.Server.Objects.Keys, Is.EqualTo(["sites/a/media/1/original.jpg"]));
    }

    [TestCase("", "key", "secret", "")]
    [TestCase("bucket.example", "key", "secret", "")]
    [TestCase("https://s3.example", "", "secret", "")]
    [TestCase("https://s3.example", "key", "", "")]
    [TestCase("https://s3.example", "key", "secret", "../up")]
    public void Settings_that_cannot_work_are_refused_at_the_start(
        string endpoint, string key, string secret, string prefix)
    {
        var options = new S3Options
        {
            Bucket = "egov",
            Endpoint = endpoint,
            AccessKey = key,
            SecretKey = secret,
            Prefix = prefix
        };

        Assert.That(options.IsSound, Is.False);
        Assert.That(new S3Options { Endpoint = endpoint }.IsSound, Is.True, "without a bucket nothing is asked for");
    }
}
