using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Storage.Engines;

public class DurabilityTests
{
    [Test]
    public async Task A_site_file_is_written_ahead_and_synchronised_in_full()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("These are settings of SQLite files; this run is on PostgreSQL.");
        }

        var host = await SharedHost.GetAsync();
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await ReadAsync("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode"), Is.EqualTo("wal"));
            Assert.That(await ReadAsync("SELECT CAST(synchronous AS TEXT) AS \"Value\" FROM pragma_synchronous"),
                Is.EqualTo("2"));
            Assert.That(await ReadAsync("SELECT CAST(foreign_keys AS TEXT) AS \"Value\" FROM pragma_foreign_keys"),
                Is.EqualTo("1"));
        }

        Task<string> ReadAsync(string sql) => db.Database.SqlQueryRaw<string>(sql).SingleAsync();
    }
}
