using System.Security.Cryptography;
using EgovSites.Features.Aggregation;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Host;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Ledger;

/// <summary>Reads the stores of a host that may be running, and compares them with the ledger.</summary>
internal sealed class Stores(string data, string database) : IAsyncDisposable
{
    private readonly WebApplication _app = Composition.Build(
        ["--environment", "Production", "--applicationName", "EgovSites.Host"],
        new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = data,
            ["Storage:Database"] = database,
            ["Logging:LogLevel:Default"] = "None"
        });

    private IServiceProvider Services => _app.Services;

    /// <summary>
    /// Nothing lost, nothing doubled, nothing alien; what is wrong is printed with numbers and times.
    /// </summary>
    public async Task ExpectAsync(Ledger ledger)
    {
        await Services.GetRequiredService<Schema>().EnsureHostAsync();
        await Services.GetRequiredService<TenantDirectory>().ReloadAsync();
        var wrong = new List<string>(ledger.Surprises);
        foreach (var tenant in Services.GetRequiredService<TenantDirectory>().Agencies)
        {
            await using var db = Services.GetRequiredService<SiteDatabases>().Open(tenant);
            wrong.AddRange(await AppealsAsync(ledger, tenant, db));
            wrong.AddRange(await PublicationsAsync(ledger, tenant, db));
        }

        var appeals = ledger.Acknowledged.Where(entry => entry.Kind == Citizen.Kind).ToList();
        TestContext.Out.WriteLine(
            $"{appeals.Count} appeals ({appeals.Count(entry => entry.Sha256.Length > 0)} with a file) and {ledger.Acknowledged.Count - appeals.Count} publications acknowledged, "
            + $"{ledger.Refused} refused or broken off; {Tally(wrong)}");
        Assert.That(wrong, Is.Empty,
            $"{string.Join('\n', wrong.Take(50))}\nof\n{string.Join('\n', ledger.Acknowledged.TakeLast(20))}");
    }

    private static string Tally(List<string> wrong) =>
        string.Join(", ",
            new[] { "LOST", "DOUBLED", "ALIEN" }.Select(
                word => $"{word} {wrong.Count(line => line.Contains(word, StringComparison.Ordinal))}"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<List<string>> AppealsAsync(Ledger ledger, Tenant tenant, SiteDbContext db)
    {
        var stored = await db.Set<Appeal>().AsNoTracking().ToListAsync();
        var files = (await db.Set<AppealFile>().AsNoTracking().ToListAsync()).ToLookup(file => file.AppealId);
        var byWords = stored.ToLookup(appeal => appeal.Subject, StringComparer.Ordinal);
        var wrong = stored.Where(appeal => !ledger.Knows(appeal.Subject))
            .Select(appeal => $"ALIEN {appeal.Id} {appeal.Number} “{appeal.Subject}” {appeal.ReceivedAt:O}").ToList();
        wrong.AddRange(byWords.Where(twins => twins.Count() > 1)
            .Select(twins =>
                $"DOUBLED {string.Join(' ', twins.Select(appeal => $"{appeal.Id} {appeal.Number} {appeal.ReceivedAt:O}"))} “{twins.Key}”"));
        wrong.AddRange(stored.GroupBy(appeal => appeal.Number).Where(twins => twins.Count() > 1)
            .Select(twins =>
                $"DOUBLED NUMBER {twins.Key} of {string.Join(' ', twins.Select(appeal => $"{appeal.Id} {appeal.ReceivedAt:O}"))}"));
        foreach (var entry in ledger.Acknowledged.Where(entry => entry.Kind == Citizen.Kind
            && entry.Site == tenant.Slug))
        {
            var appeal = byWords[entry.Words].FirstOrDefault();
            if (appeal is null)
            {
                wrong.Add($"LOST {entry}");
            }
            else if (appeal.Number != entry.Number)
            {
                wrong.Add($"DOUBLED, ANOTHER NUMBER {appeal.Id} {appeal.Number} {appeal.ReceivedAt:O} {entry}");
            }
            else if (entry.Sha256.Length > 0
                && !await IsThereAsync(tenant, files[appeal.Id].SingleOrDefault(), entry.Sha256))
            {
                wrong.Add($"FILE LOST {appeal.Id} {entry}");
            }
        }

        return wrong;
    }

    private async Task<bool> IsThereAsync(Tenant tenant, AppealFile? file, string sha256)
    {
        if (file is null
            || await Services.GetRequiredService<AppealFiles>().FindAsync(tenant.Id, file.Id) is not { } path)
        {
            return false;
        }

        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)) == sha256;
    }

    private async Task<List<string>> PublicationsAsync(Ledger ledger, Tenant tenant, SiteDbContext db)
    {
        var acknowledged = ledger.Acknowledged.Where(entry => entry.Kind == PressDesk.Kind && entry.Site == tenant.Slug)
            .ToList();
        if (acknowledged.Count == 0)
        {
            return [];
        }

        await HandedOverAsync(db);
        var published = (await db.Set<Publication>().Select(row => row.Title).ToListAsync())
            .ToLookup(title => title, StringComparer.Ordinal);
        await using var host = await Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        var shown = (await host.Set<Headline>().Where(row => row.TenantId == tenant.Id).Select(row => row.Title)
            .ToListAsync()).ToLookup(title => title, StringComparer.Ordinal);
        return
        [
            .. acknowledged.Where(entry => published[entry.Words].Count() != 1)
            .Select(entry => $"{(published[entry.Words].Any() ? "DOUBLED" : "LOST")} PUBLICATION {entry}"),
            .. acknowledged.Where(entry => shown[entry.Words].Count() != 1)
            .Select(entry => $"{(shown[entry.Words].Any() ? "DOUBLED" : "LOST")} HEADLINE {entry}"),
        ];
    }

    private static async Task HandedOverAsync(SiteDbContext db)
    {
        for (var tries = 0; tries < 300 && await db.Set<OutboxMessage>().AnyAsync(row => row.Kind == ""); tries++)
        {
            await Task.Delay(100);
        }
    }
}
