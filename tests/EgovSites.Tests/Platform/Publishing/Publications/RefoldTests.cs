using System.Text.Json.Nodes;
using EgovSites.Features.Aggregation;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing.Publications;

/// <summary>What search finds by, on rows of this version and of older ones.</summary>
public class RefoldTests
{
    [Test]
    public async Task Rows_of_an_older_version_get_the_forms_of_this_one()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var desk = TestDesk.Open(host);
        var id = await desk.SaveAsync(("tg", "Қарори № 15"));
        await desk.UpdateAsync(id, 1, "Майдони **40 м^2^**.", ("tg", "Қарори № 15"));
        Assert.That((await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg"])).Reasons, Is.Empty);
        await host.HandOverAsync();
        var written = (await desk.FindAsync(id)).Single();
        await using var centre = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        await desk.Db.Set<Publication>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SearchTitle, "")
                .SetProperty(row => row.SearchText, " kept "));
        await centre.Set<Headline>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SearchTitle, "")
                .SetProperty(row => row.SearchText, " kept "));

        await desk.Do<DocumentCatchUp>().CatchUpAsync(host.Tenant(SiteHost.Agency));
        await host.Services.GetRequiredService<HeadlineReconciler>().RunAsync(host.Tenant(SiteHost.Agency));

        var refolded = (await desk.FindAsync(id)).Single();
        var headline = await centre.Set<Headline>().AsNoTracking().SingleAsync(row => row.ItemId == id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refolded.SearchTitle, Is.EqualTo(written.SearchTitle).And.Contains(" 15 "));
            Assert.That(WordsOf(refolded.SearchText), Is.EquivalentTo(WordsOf(written.SearchText)));
            Assert.That(refolded.SearchText, Does.Contain(" м2 "));
            Assert.That(headline.SearchTitle, Is.EqualTo(written.SearchTitle));
            Assert.That(headline.SearchText, Does.Contain(" қарори ").And.Contain(" карори ").And.Contain(" karori "));
            Assert.That(await desk.Db.Set<Publication>()
                .AnyAsync(row => row.SearchTitle == "" && row.SearchText != ""), Is.False);
        }
    }

    [Test]
    public void A_documents_number_names_it_as_its_title_does()
    {
        var type = StandardReader.Read(Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0"))
            .Type("Document")!;
        var item = new Item
        {
            Id = Ids.New(),
            Type = type.Name,
            Shared = new FieldValues { ["Number"] = JsonValue.Create("15-қ") }
        };
        var words = new Translation
        {
            ItemId = item.Id,
            Culture = "tg",
            Title = "Амр",
            Fields = new FieldValues { ["Title"] = JsonValue.Create("Амр") }
        };

        var row = PublicationWriter.Write(type, item, words, "amr",
            new Dictionary<string, EgovSites.Platform.Content.Stored.MediaFile>(), "test", FixedClock.Start);

        Assert.That(row.SearchTitle, Does.Contain(" амр ").And.Contain(" 15 "));
    }

    private static string[] WordsOf(string forms) => forms.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
