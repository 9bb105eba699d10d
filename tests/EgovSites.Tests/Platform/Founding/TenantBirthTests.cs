using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Founding;
using EgovSites.Platform.Recipes;
using EgovSites.Platform.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Founding;

public class TenantBirthTests
{
    [Test]
    public async Task A_broken_recipe_leaves_no_half_made_tenant()
    {
        var host = await SharedHost.GetAsync();
        var recipe = Path.Combine(host.DataFolder, "broken.recipe.json");
        await File.WriteAllTextAsync(recipe,
            """{ "steps": [ { "name": "content", "Data": [ { "ContentType": "Nonsense", "DisplayText": "x" } ] } ] }""");
        var folders = Folders(host);

        var birth = host.Services.GetRequiredService<TenantBirth>();
        var agency = host.Services.GetRequiredService<AgencyList>().Find("culture")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await birth.CreateAsync(agency, [recipe]), Throws.TypeOf<RecipeException>()
                .With.Message.Contains("Nonsense"));
            Assert.That(Folders(host), Is.EquivalentTo(folders));
        }

        await host.Services.GetRequiredService<TenantDirectory>().ReloadAsync();
        Assert.That(host.Services.GetRequiredService<TenantDirectory>().BySlug("culture"), Is.Null);
    }

    [TestCase("../x")]
    [TestCase("a/b")]
    [TestCase(".")]
    [TestCase("CON")]
    [TestCase("мактаб")]
    [TestCase("")]
    public async Task A_slug_that_could_leave_its_place_is_refused(string slug)
    {
        var host = await SharedHost.GetAsync();
        var agency = host.Services.GetRequiredService<AgencyList>().Find("culture")! with { Slug = slug };

        Assert.That(async () => await host.Services.GetRequiredService<TenantBirth>()
            .CreateAsync(agency), Throws.TypeOf<RecipeException>());
    }

    [Test]
    public async Task Every_kind_of_body_has_a_recipe_that_works()
    {
        await using var host = await SiteHost.StartAsync("health,investment,sughd,khujand,lakhsh", isMadeHere: true);

        Assert.That(host.Services.GetRequiredService<TenantDirectory>().Agencies.Count(), Is.EqualTo(5));
    }

    [Test]
    public void All_bodies_of_the_list_have_a_known_kind_and_names_in_three_languages()
    {
        var standards = new Standards(Microsoft.Extensions.Options.Options.Create(new StandardsOptions()));
        var agencies = new AgencyList(standards).All;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(agencies, Has.Count.EqualTo(148));
            Assert.That(agencies.Select(agency => agency.Slug), Is.Unique);
            Assert.That(agencies.Where(agency => standards.Newest.Kind(agency.Kind) is null), Is.Empty);
            Assert.That(agencies.SelectMany(agency => new[] { agency.Body.Tg, agency.Body.Ru, agency.Body.En }),
                Is.All.Not.Empty);
        }
    }

    private static string[] Folders(SiteHost host)
    {
        var tenants = Path.Combine(host.DataFolder, "tenants");
        return Directory.Exists(tenants) ? Directory.GetDirectories(tenants) : [];
    }
}
