using System.Diagnostics;
using EgovSites.Platform.Media.Children;
using EgovSites.Tests.Platform.Media.Pictures;

namespace EgovSites.Tests.Platform.Media.Children;

public sealed class ChildProgramTests
{
    private static readonly ChildLimits Short = new(1, TimeSpan.FromSeconds(2), 1L << 30);

    [Test]
    public async Task A_child_that_hangs_is_stopped_with_all_it_started()
    {
        using var script = new Script("echo $$ > \"$0.pid\"; sleep 300 & wait");

        var end = await new ChildProgram(script.Path).RunAsync(Short, 0, [], CancellationToken.None);

        Assert.That(end.Verdict, Is.EqualTo(ChildVerdict.GivenUp));
        var id = (await File.ReadAllTextAsync($"{script.Path}.pid")).Trim();
        Assert.That(() => IsRunning(id), Is.False.After(5000, 50));
    }

    [Test]
    public async Task A_child_that_eats_memory_is_stopped_long_before_its_time()
    {
        using var script = new Script("exec tail /dev/zero");
        var clock = Stopwatch.StartNew();

        var end = await new ChildProgram(script.Path)
            .RunAsync(new ChildLimits(60, TimeSpan.FromSeconds(60), 64 << 20), 0, [], CancellationToken.None);

        Assert.That(end.Verdict, Is.EqualTo(ChildVerdict.GivenUp));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task A_picture_that_takes_more_of_the_processor_than_it_may_is_given_up()
    {
        var folder = Directory.CreateTempSubdirectory("egov-child-").FullName;
        try
        {
            var file = Path.Combine(folder, "original.jpg");
            await File.WriteAllBytesAsync(file, TestPictures.Noise(6000, 5000));

            var end = await OwnProgram.Child.RunAsync(new ChildLimits(1, TimeSpan.FromMinutes(1), 1L << 30), 0,
                ["picture", "take", file], CancellationToken.None);

            Assert.That(end.Verdict, Is.EqualTo(ChildVerdict.GivenUp));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task A_child_that_never_ends_talking_is_cut_off()
    {
        using var script = new Script("yes бюджет");

        var end = await new ChildProgram(script.Path)
            .RunAsync(new ChildLimits(9, TimeSpan.FromSeconds(20), 1L << 30), 5000, [], CancellationToken.None);

        Assert.That(end.Output, Has.Length.EqualTo(5000));
    }

    [Test]
    public async Task A_child_that_complains_without_end_is_neither_read_nor_waited_for()
    {
        using var script = new Script("head -c 3000000 /dev/zero >&2; head -c 3000000 /dev/zero; exit 10");

        var end = await new ChildProgram(script.Path)
            .RunAsync(new ChildLimits(9, TimeSpan.FromSeconds(20), 1L << 30), 0, [], CancellationToken.None);

        Assert.That(end.Verdict, Is.EqualTo(ChildVerdict.Broken));
    }

    [Test]
    public async Task A_child_learns_no_secret_of_the_host()
    {
        Environment.SetEnvironmentVariable("EGOV_TEST_SECRET", "хеле махфӣ");
        using var script = new Script("env");

        var end = await new ChildProgram(script.Path)
            .RunAsync(new ChildLimits(9, TimeSpan.FromSeconds(20), 1L << 30), 10_000, [], CancellationToken.None);

        Assert.That(end.Output, Does.Contain("PATH=").And.Not.Contains("EGOV_TEST_SECRET")
            .And.Not.Contains("Storage__"));
    }

    [TestCase("exit 11", ExpectedResult = ChildVerdict.TooManyPixels)]
    [TestCase("exit 134", ExpectedResult = ChildVerdict.GivenUp)]
    [TestCase("kill -9 $$", ExpectedResult = ChildVerdict.GivenUp)]
    public async Task<ChildVerdict> An_exit_code_is_a_verdict_and_a_crash_none(string body)
    {
        using var script = new Script(body);
        return (await new ChildProgram(script.Path)
            .RunAsync(new ChildLimits(9, TimeSpan.FromSeconds(20), 1L << 30), 0, [], CancellationToken.None)).Verdict;
    }

    [Test]
    public async Task A_program_that_is_not_there_is_told_from_a_bad_file() =>
        Assert.That((await new ChildProgram("no-such-program").RunAsync(Short, 0, [], CancellationToken.None))
            .Verdict, Is.EqualTo(ChildVerdict.Unable));

    private static bool IsRunning(string id) =>
        File.Exists($"/proc/{id}/stat")
            && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
}
