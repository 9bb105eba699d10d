using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.HomeBlocks;

/// <summary>
/// Moves a block of the home page one place, or turns it off and on again where the standard leaves that open.
/// </summary>
public sealed class ChangeHome(SiteDbContext db, Standards standards, CurrentTenant current, KeepSetting keep)
{
    public Task<Outcome> MoveAsync(
        Actor actor, string? version, string name, int by, CancellationToken cancellation = default) =>
        RunAsync(actor, version, name, "homeMove", (blocks, off, block) =>
        {
            var (index, to) = (blocks.IndexOf(block), blocks.IndexOf(block) + by);
            if (to < 0 || to >= blocks.Count)
            {
                return new Reason("blocks.edge");
            }

            (blocks[index], blocks[to]) = (blocks[to], blocks[index]);
            return null;
        }, cancellation);

    public Task<Outcome> ShowAsync(
        Actor actor, string? version, string name, bool isShown, CancellationToken cancellation = default) =>
        RunAsync(actor, version, name, isShown ? "homeOn" : "homeOff", (blocks, off, block) =>
        {
            if (block.Locked)
            {
                return new Reason("blocks.locked");
            }

            _ = isShown ? off.Remove(name) : off.Add(name);
            return null;
        }, cancellation);

    private async Task<Outcome> RunAsync(
        Actor actor, string? version, string name, string verb,
        Func<List<HomeBlock>, HashSet<string>, HomeBlock, Reason?> change, CancellationToken cancellation)
    {
        var home = standards[current.Tenant.Standard].Home;
        var setting = await db.Set<SiteSetting>()
            .SingleOrDefaultAsync(row => row.Name == SiteSetting.Home, cancellation);
        var blocks = HomeLayout.Ordered(home, setting?.Value).ToList();
        var off = blocks.Select(block => block.Name).Except(HomeLayout.Shown(home, setting?.Value))
            .ToHashSet(StringComparer.Ordinal);
        var refusal = actor.Role < Role.Editor ? new Reason("workflow.role")
            : version != SiteSetting.VersionOf(setting) ? new Reason("blocks.changed")
            : blocks.Find(one => one.Name == name) is not { } block ? new Reason("blocks.edge")
            : change(blocks, off, block);
        if (refusal is not null)
        {
            return Outcome.Refused(refusal);
        }

        return await keep.RunAsync(actor, setting, SiteSetting.Home,
            HomeLayout.Write(blocks.Select(block => block.Name), off), verb, name, cancellation)
            ? Outcome.Done
            : Outcome.Refused(new Reason("blocks.changed"));
    }
}
