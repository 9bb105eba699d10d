using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing.Verbs;

/// <summary>What stands for long is to be read again; who has read it says so, and readers see when.</summary>
public class ConfirmCorrectTests
{
    private static readonly Actor Editor = TestDesk.Officer;

    [Test]
    public async Task An_item_is_due_after_its_types_days_and_not_after_somebody_confirmed_it()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var (id, type) = await AnyAsync(scope.ServiceProvider);
        Assert.That(await IsDueAsync(scope.ServiceProvider, id), Is.False);

        host.Clock.Advance(TimeSpan.FromDays(type.ReviewEveryDays!.Value + 1));
        var due = await IsDueAsync(scope.ServiceProvider, id);
        var outcome = await scope.ServiceProvider.GetRequiredService<ConfirmCorrect>().RunAsync(Editor, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(due, Is.True);
            Assert.That(outcome.Reasons, Is.Empty);
            Assert.That(await IsDueAsync(scope.ServiceProvider, id), Is.False);
            var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
            Assert.That(await db.Set<AuditEntry>()
                .CountAsync(entry => entry.ItemId == id && entry.Verb == "confirm"), Is.EqualTo(1));
            Assert.That(await db.Set<Publication>().Where(row => row.ItemId == id)
                .AllAsync(row => row.ConfirmedAt == host.Clock.GetUtcNow()), Is.True);
        }
    }

    [Test]
    public async Task An_author_cannot_confirm()
    {
        var host = await SharedHost.GetAsync();
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var (id, _) = await AnyAsync(scope.ServiceProvider);

        var outcome = await scope.ServiceProvider.GetRequiredService<ConfirmCorrect>()
            .RunAsync(Editor with { Role = Role.Author }, id);

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("workflow.role"));
    }

    [Test]
    public async Task What_time_does_not_spoil_and_what_is_not_public_needs_no_confirmation()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.PublishAsync(("tg", "Хабар"));

        Assert.That((await desk.Do<ConfirmCorrect>().RunAsync(Editor, id)).Reasons.Single()
            .Key, Is.EqualTo("confirm.notThisType"));
    }

    private static async Task<(string Id, ContentType Type)> AnyAsync(IServiceProvider services)
    {
        var type = services.GetRequiredService<Standards>()
            .Newest.Types.First(type => type.ReviewEveryDays is not null && type.Behaviours.HasDetailPage);
        var row = await services.GetRequiredService<SiteDbContext>().Set<Publication>().AsNoTracking()
            .FirstAsync(row => row.Type == type.Name);
        return (row.ItemId, type);
    }

    private static Task<bool> IsDueAsync(IServiceProvider services, string id) =>
        services.GetRequiredService<DueReviews>()
        .In(services.GetRequiredService<Standards>().Newest, services.GetRequiredService<SiteDbContext>().Set<Item>()
            .AsNoTracking())
        .AnyAsync(item => item.Id == id);
}
