using EgovSites.Features.Aggregation;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Aggregation;

public class HeadlineHandlerTests
{
    [Test]
    public async Task The_portal_follows_publication_correction_and_withdrawal()
    {
        var host = await SharedHost.GetAsync();
        var office = new PressOffice(host, SiteHost.Agency);

        var id = await office.PublishAsync(News(host), ("tg", "Хабари пайгирӣ"), ("ru", "Новость для слежения"));
        var published = await RowsAsync(host, id);
        await office.RenameAsync(id, 1, "tg", "Хабари ислоҳшуда");
        var corrected = await RowsAsync(host, id);
        await office.WithdrawAsync(id, "ru");
        var withdrawn = await RowsAsync(host, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                published.Select(row => row.Title), Is.EquivalentTo(["Хабари пайгирӣ", "Новость для слежения"]));
            Assert.That(published.Select(row => row.TenantId), Is.All.EqualTo(host.Tenant(SiteHost.Agency).Id));
            Assert.That(corrected.Select(row => row.Title), Does.Contain("Хабари ислоҳшуда"));
            Assert.That(withdrawn.Select(row => row.Culture), Is.EqualTo(["tg"]));
        }
    }

    [Test]
    public async Task What_the_standard_does_not_gather_and_what_the_portal_itself_publishes_make_no_headline()
    {
        var host = await SharedHost.GetAsync();
        var kept = host.Services.GetRequiredService<Standards>().Newest.Types
            .First(type => !type.Behaviours.Aggregated
                && type.Fields.All(field => !field.IsRequired || field.Name == FieldNames.Title));

        var local = await new PressOffice(host, SiteHost.Agency).PublishAsync(kept, ("tg", "Танҳо дар сомонаи худ"));
        var own = await new PressOffice(host, host.Services.GetRequiredService<TenantDirectory>().Portal!.Slug)
            .PublishAsync(News(host), ("tg", "Хабари портал"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await RowsAsync(host, local), Is.Empty);
            Assert.That(await RowsAsync(host, own), Is.Empty);
        }
    }

    [Test]
    public async Task Handing_over_twice_and_at_once_leaves_one_row()
    {
        var host = await SharedHost.GetAsync();
        var id = await new PressOffice(host, SiteHost.Agency).PublishAsync(News(host), ("tg", "Хабари такрорӣ"));
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync())
        {
            await db.Set<Headline>().Where(row => row.ItemId == id).ExecuteDeleteAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => HandleAsync(host, SiteHost.Agency, id))));

        Assert.That(await RowsAsync(host, id), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_message_with_another_tenants_item_changes_nothing()
    {
        var host = await SharedHost.GetAsync();
        var id = await new PressOffice(host, SiteHost.Agency).PublishAsync(News(host), ("tg", "Хабари вазорат"));

        await HandleAsync(host, SiteHost.OtherAgency, id);

        var row = (await RowsAsync(host, id)).Single();
        Assert.That(row.TenantId, Is.EqualTo(host.Tenant(SiteHost.Agency).Id));
    }

    private static ContentType News(SiteHost host) =>
        host.Services.GetRequiredService<Standards>()
            .Newest.Types.First(type => type.Behaviours is { Aggregated: true, ArchivedByMonth: true });

    private static async Task HandleAsync(SiteHost host, string tenant, string itemId)
    {
        await using var site = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(tenant));
        var handler = host.Services.GetServices<IOutboxHandler>().OfType<HeadlineHandler>().Single();
        var message = new OutboxMessage { Id = "test", ItemId = itemId, Culture = "tg", At = host.Clock.GetUtcNow() };
        await handler.HandleAsync(host.Tenant(tenant), site, message, CancellationToken.None);
    }

    private static async Task<List<Headline>> RowsAsync(SiteHost host, string id)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        return await db.Set<Headline>().AsNoTracking().Where(row => row.ItemId == id).ToListAsync();
    }
}
