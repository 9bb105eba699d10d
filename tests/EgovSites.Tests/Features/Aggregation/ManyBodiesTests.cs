using EgovSites.Features.Aggregation;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Aggregation;

/// <summary>A country with more bodies than fit into a list to choose from.</summary>
public class ManyBodiesTests
{
    [Test]
    public async Task Bodies_that_are_too_many_to_choose_from_are_typed_and_found_by_name()
    {
        await using var host = await SiteHost.StartAsync();
        var news = host.Services.GetRequiredService<Standards>().Newest.Types.First(type => type.Name == "News")
            .Section;
        var few = await host.Client().PageAsync("/tg");
        await AddAsync(host, FilterFields.MostToChoose);

        var many = await host.Client().PageAsync("/ru");
        var narrowed = await host.Client().PageAsync($"/tg/{news}?agency={Uri.EscapeDataString("шахри вахдат")}");
        var unknown = await host.Client().PageAsync($"/tg/{news}?agency={Uri.EscapeDataString("Вазорати ҳаво")}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(few.Document.QuerySelectorAll("select#f-agency option"), Has.Length.EqualTo(3));
            Assert.That(many.Document.QuerySelector("select#f-agency"), Is.Null);
            Assert.That(many.Document.QuerySelector("input#f-agency"), Is.Not.Null);
            Assert.That(
                narrowed.Document.QuerySelector("input#f-agency")?.GetAttribute("value"), Is.EqualTo("Шаҳри Ваҳдат"));
            Assert.That(
                unknown.Document.QuerySelector("input#f-agency")?.GetAttribute("value"), Is.EqualTo("Вазорати ҳаво"));
            Assert.That(unknown.Text, Does.Contain("Мақомоте бо номи «Вазорати ҳаво» нест"));
            Assert.That(
                unknown.Document.QuerySelector("#unknown-agency a")?.GetAttribute("href"), Is.EqualTo("/tg/agencies"));
        }
    }

    [Test]
    public async Task A_body_of_a_common_name_and_one_of_another_kind_stay_chosen()
    {
        await using var host = await SiteHost.StartAsync();
        var news = NewsOf(host);
        await AddAsync(host, FilterFields.MostToChoose, number => number <= 2 ? "Ҷамоати Гулистон" : $"Агентии {number}");

        async Task<string?> ValueAsync(string query) => (await host.Client().PageAsync($"/tg/{news}?{query}"))
            .Document.QuerySelector("input#f-agency")?.GetAttribute("value");
        string?[] twins = [await ValueAsync("agency=body-1"), await ValueAsync("agency=body-2")];
        var otherKind = await ValueAsync($"kind=ministries&agency={SiteHost.OtherAgency}");
        var feed = await host.Client().GetAsync(new Uri($"/tg/{news}/feed.atom?agency=nosuch", UriKind.Relative));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(twins, Has.One.EqualTo("Ҷамоати Гулистон").And.One.Match("^body-[12]$"));
            Assert.That(otherKind, Is.EqualTo("Шаҳри Ваҳдат"), "what narrows the list stands in the control");
            Assert.That((int)feed.StatusCode, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task A_body_is_found_by_slug_or_words_the_shortest_name_first_and_only_while_it_runs()
    {
        await using var host = await SiteHost.StartAsync();
        await AddAsync(host, 12);
        var bodies = host.Services.GetRequiredService<BodyNames>();

        string? Slug(string asked) => bodies.Find(asked, "tg")?.Slug;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Slug(SiteHost.Agency), Is.EqualTo(SiteHost.Agency));
            Assert.That(Slug("Агентии 1"), Is.EqualTo("body-1"));
            Assert.That(Slug("агентии ҳаво"), Is.Null);
            Assert.That(Slug("Агентство 11"), Is.EqualTo("body-11"));
            Assert.That(Slug("Ҷ"), Is.Null, "a letter stands in too many names");
            Assert.That(Slug(""), Is.Null);
            Assert.That(Slug("portal"), Is.Null);
            Assert.That(bodies.InOrder("tg"), Has.Count.EqualTo(14));
        }

        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync())
        {
            await db.Tenants.Where(tenant => tenant.Slug == "body-11")
                .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, TenantState.Suspended));
        }

        await host.Services.GetRequiredService<TenantDirectory>().ReloadAsync();
        Assert.That((Slug("body-11"), Slug("Агентство 11"), bodies.InOrder("tg").Count),
            Is.EqualTo(((string?)null, (string?)null, 13)));
    }

    private static string NewsOf(SiteHost host) =>
        host.Services.GetRequiredService<Standards>().Newest.Types.First(type => type.Name == "News").Section;

    private static async Task AddAsync(SiteHost host, int count, Func<int, string>? name = null)
    {
        name ??= number => $"Агентии {number}";
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync())
        {
            db.Tenants.AddRange(Enumerable.Range(1, count).Select(number => new Tenant
            {
                Id = Ids.New(),
                Slug = $"body-{number}",
                Kind = "agency",
                Region = "drs",
                Name = new(name(number), $"Агентство {number}", $"Agency {number}"),
                Body = new($"Агентии {number}", $"Агентство {number}", $"Agency {number}"),
                Standard = host.Tenant(SiteHost.Agency).Standard,
            }));
            await db.SaveChangesAsync();
        }

        await host.Services.GetRequiredService<TenantDirectory>().ReloadAsync();
    }
}
