using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Features.Directory;

[PortalPage]
public sealed class IndexModel(BodyNames bodyNames, Standards standards, Words words) : SitePage
{
    private const int LongestText = 200;

    public string Text { get; private set; } = "";

    public Term? Region { get; private set; }

    public IReadOnlyList<Term> Regions => standards.Newest.Taxonomies["regions"].Terms;

    /// <summary>The groups that have a body the reader asks for, each in the order of the alphabet.</summary>
    public IReadOnlyList<(KindGroup Group, IReadOnlyList<Tenant> Bodies)> Groups { get; private set; } = [];

    public bool IsNarrow => Text.Length > 0 || Region is not null;

    public void OnGet()
    {
        Text = TextHygiene.Cut(Request.Query["q"].ToString().Trim(), LongestText);
        Region = standards.Newest.Taxonomies["regions"].Find(Request.Query["region"]);
        var bodies = Matching().ToLookup(GroupOf);
        Groups = [.. KindGroup.All.Where(group => bodies.Contains(group.Value))
            .Select(group => (group, (IReadOnlyList<Tenant>)[.. bodies[group.Value]]))];
        Head.Title = words.In(Culture, "directory.title");
        Head.Description = words.In(Culture, "directory.intro");
        Head.Crumbs = [new Crumb(Head.Title)];
        Head.IsHidden = IsNarrow;
        AtSamePath("/agencies");
    }

    private IEnumerable<Tenant> Matching()
    {
        var sought = SearchWord.In(Text);
        return bodyNames.InOrder(Culture)
            .Where(tenant => (Region is null || tenant.Region == Region.Value) && bodyNames.Has(tenant, sought));
    }

    private string GroupOf(Tenant tenant) => standards[tenant.Standard].Kind(tenant.Kind)?.Group ?? "";
}
