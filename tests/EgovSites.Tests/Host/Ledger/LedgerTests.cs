using System.Globalization;
using EgovSites.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace EgovSites.Tests.Host.Ledger;

/// <summary>
/// Citizens and an editor keep a ledger while the ground is pulled away under the host; afterwards the stores must
/// agree with it. A few rounds here; many with <c>EGOV_TEST_EXTRA=chaos</c>.
/// </summary>
[NonParallelizable]
public sealed class LedgerTests
{
    private const string Agencies = $"{SiteHost.Agency},{SiteHost.OtherAgency}";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("EGOV_TEST_EXTRA") == "chaos";

    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(IsLong ? 20 : 1);

    private readonly TestDatabase _database = new();
    private readonly Ledger _ledger = new();
    private readonly string _data = Directory.CreateTempSubdirectory("egov-ledger-").FullName;

    [SetUp]
    public Task Make() => _database.CreateAsync();

    [TearDown]
    public async Task Clean()
    {
        SqliteConnection.ClearAllPools();
        await _database.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Test]
    public async Task Nothing_acknowledged_is_lost_doubled_or_alien_when_the_process_is_killed()
    {
        await using var host = await HostProcess.StartAsync(_data, _database.ConnectionString, Agencies);
        using var desk = await PressDesk.SignInAsync(host, _ledger, SiteHost.Agency);
        using var end = new CancellationTokenSource();
        var crowd = CrowdAndDesk(host, desk, end.Token);
        for (var round = 0; round < (IsLong ? 15 : 2); round++)
        {
            await UntilMoreAsync();
            await host.KillAsync();
            await host.StartAsync();
        }

        await LeaveAsync(end, crowd);
        await ExpectAsync();
    }

    [Test]
    public async Task A_backup_taken_beside_a_host_that_made_its_sites_in_this_run_costs_nothing()
    {
        IgnoreOnPostgres();
        var copy = Path.Combine(_data, "..", Path.GetFileName(_data) + "-copy");
        await using (var host = await HostProcess.StartAsync(_data, "", Agencies))
        {
            using var end = new CancellationTokenSource();
            var crowd = Crowd(host.Address, 3, end.Token);
            for (var round = 0; round < 2; round++)
            {
                await Task.Delay(Spell);
                Assert.That(Verbs.Run("backup", copy, "--data", _data), Is.Zero);
            }

            await Task.Delay(Spell);
            await host.KillAsync();
            await LeaveAsync(end, crowd);
        }

        Assert.That(Verbs.Run("verify", copy, "--data", _data), Is.Zero);
        Directory.Delete(copy, recursive: true);
        await ExpectAsync();
    }

    [Test]
    public async Task A_locked_file_of_one_site_loses_nothing()
    {
        IgnoreOnPostgres();
        await using var host = await HostProcess.StartAsync(_data, "", Agencies);
        using var desk = await PressDesk.SignInAsync(host, _ledger, SiteHost.Agency);
        using var end = new CancellationTokenSource();
        var crowd = CrowdAndDesk(host, desk, end.Token);
        for (var round = 0; round < (IsLong ? 10 : 1); round++)
        {
            await UntilMoreAsync();
            await HoldAsync(Directory.GetFiles(Path.Combine(_data, "tenants"), "site.db", SearchOption.AllDirectories),
                TimeSpan.FromSeconds(6));
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        await LeaveAsync(end, crowd);
        await ExpectAsync();
    }

    [Test]
    public async Task A_full_disk_acknowledges_nothing_that_it_does_not_keep()
    {
        await using var disk = await SmallDisk.OfAsync(_data);
        await using var host = await HostProcess.StartAsync(_data, _database.ConnectionString, Agencies);
        using var desk = await PressDesk.SignInAsync(host, _ledger, SiteHost.Agency);
        using var end = new CancellationTokenSource();
        var crowd = CrowdAndDesk(host, desk, end.Token);
        for (var round = 0; round < (IsLong ? 10 : 1); round++)
        {
            await UntilMoreAsync();
            await disk.FillAsync(host);
            await Task.Delay(TimeSpan.FromSeconds(4));
            await disk.FreeAsync(host);
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
        await LeaveAsync(end, crowd);
        TestContext.Out.WriteLine($"Full by {disk}");
        await ExpectAsync();
    }

    [Test]
    public async Task A_damaged_file_costs_no_other_site_anything_and_comes_back_from_a_backup()
    {
        IgnoreOnPostgres();
        var copy = Path.Combine(_data, "..", Path.GetFileName(_data) + "-copy");
        await using var host = await HostProcess.StartAsync(_data, "", Agencies);
        await CrowdForAsync(host, Spell);
        Assert.That(Verbs.Run("backup", copy, "--data", _data), Is.Zero);
        Assert.That(await host.TerminateAsync(), Is.Zero);
        var file = Path.Combine(_data, "tenants", await IdOfAsync(SiteHost.Agency), "site.db");
        Damage(file);
        await host.StartAsync();
        // On one site nothing is acknowledged now; on the other everything goes on.
        await CrowdForAsync(host, Spell);
        SqliteConnection.ClearAllPools();
        File.Copy(Path.Combine(copy, Path.GetRelativePath(_data, file)), file, overwrite: true);
        Assert.That(Verbs.Run("tenants", "open", SiteHost.Agency, "--data", _data), Is.Zero);
        await Task.Delay(TimeSpan.FromSeconds(2));
        await CrowdForAsync(host, Spell);
        Directory.Delete(copy, recursive: true);
        await ExpectAsync();
    }

    [Test]
    public async Task A_database_server_that_stops_or_hangs_loses_nothing()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("This run is on SQLite.");
        }

        await using var server = await OwnPostgres.StartAsync();
        if (server is null)
        {
            Assert.Ignore("No PostgreSQL programs are here to start a cluster of one's own with.");
        }

        await using var host = await HostProcess.StartAsync(_data, server!.ConnectionString, Agencies);
        using var desk = await PressDesk.SignInAsync(host, _ledger, SiteHost.Agency);
        using var end = new CancellationTokenSource();
        var crowd = CrowdAndDesk(host, desk, end.Token);
        for (var round = 0; round < (IsLong ? 8 : 1); round++)
        {
            await UntilMoreAsync();
            await server.StopAsync();
            await Task.Delay(TimeSpan.FromSeconds(2));
            await server.StartAgainAsync();
            await UntilMoreAsync();
            await server.HangAsync();
            await Task.Delay(TimeSpan.FromSeconds(4));
            await server.GoOnAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
        await LeaveAsync(end, crowd);
        await ExpectAsync(server.ConnectionString);
    }

    [Test]
    public async Task Two_hosts_on_one_database_never_give_a_number_twice()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("On SQLite one host serves.");
        }

        await using var one = await HostProcess.StartAsync(_data, _database.ConnectionString, Agencies);
        await using var other = await HostProcess.StartAsync(_data, _database.ConnectionString, Agencies);
        using var end = new CancellationTokenSource();
        using var desk = await PressDesk.SignInAsync(one, _ledger, SiteHost.Agency);
        var crowd = CrowdAndDesk(one, desk, end.Token).Concat(Crowd(other.Address, 3, end.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(IsLong ? 60 : 4));
        await LeaveAsync(end, crowd);
        await ExpectAsync();
    }

    private List<Task> Crowd(Uri address, int count, CancellationToken stop) =>
    [
        .. Enumerable.Range(0, count).Select(number => Task.Run(
            () => new Citizen(address, _ledger, number % 4 == 3 ? SiteHost.OtherAgency : SiteHost.Agency, number)
                .RunAsync(stop), CancellationToken.None)),
    ];

    private List<Task> CrowdAndDesk(HostProcess host, PressDesk desk, CancellationToken stop) =>
        [.. Crowd(host.Address, 4, stop), Task.Run(() => desk.RunAsync(stop), CancellationToken.None)];

    private async Task CrowdForAsync(HostProcess host, TimeSpan lasting)
    {
        using var end = new CancellationTokenSource();
        var crowd = Crowd(host.Address, 4, end.Token);
        await Task.Delay(lasting);
        await LeaveAsync(end, crowd);
    }

    private static async Task LeaveAsync(CancellationTokenSource end, List<Task> crowd)
    {
        await end.CancelAsync();
        await Task.WhenAll(crowd);
    }

    // A host that has just started takes a while: trouble tries nothing before something was promised.
    private async Task UntilMoreAsync()
    {
        var wanted = _ledger.Acknowledged.Count + 12;
        for (var tries = 0; tries < 400 && _ledger.Acknowledged.Count < wanted; tries++)
        {
            await Task.Delay(50);
        }
    }

    private async Task ExpectAsync(string? database = null)
    {
        Assert.That(_ledger.Acknowledged, Is.Not.Empty);
        await using var stores = new Stores(_data, database ?? _database.ConnectionString);
        await stores.ExpectAsync(_ledger);
    }

    private async Task<string> IdOfAsync(string slug)
    {
        await using var connection =
            new SqliteConnection($"Data Source={Path.Combine(_data, "host.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            string.Create(CultureInfo.InvariantCulture, $"SELECT Id FROM Tenants WHERE Slug = '{slug}'");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task HoldAsync(IEnumerable<string> files, TimeSpan lasting)
    {
        var held = files.Select(file => new SqliteConnection($"Data Source={file};Pooling=False")).ToList();
        foreach (var connection in held)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync();
        }

        await Task.Delay(lasting);
        foreach (var connection in held)
        {
            await connection.DisposeAsync();
        }
    }

    private static void Damage(string file)
    {
        var noise = new byte[8192];
        new Random(1).NextBytes(noise);
        using var stream = File.OpenWrite(file);
        stream.Write(noise);
    }

    private static void IgnoreOnPostgres()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("On PostgreSQL no site has a file.");
        }
    }
}
