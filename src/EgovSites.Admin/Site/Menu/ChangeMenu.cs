using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.Menu;

/// <summary>Changes the site's public menu in all languages at once, within what the standard leaves open.</summary>
public sealed class ChangeMenu(SiteDbContext db, Standards standards, CurrentTenant current, KeepSetting keep)
{
    public const int MaxText = 60;

    private Standard Standard => standards[current.Tenant.Standard];

    public async Task<Outcome> AddAsync(
        Actor actor, string? version, NewEntry wanted, CancellationToken cancellation = default)
    {
        var (entry, problems) = await new MenuTarget(db, Standard).ReadAsync(wanted, cancellation);
        return problems.Count > 0 ? Outcome.Refused(problems) : await RunAsync(actor, version, "menuAdd", tree =>
        {
            var parent = string.IsNullOrEmpty(wanted.Below) ? null
                : MenuTree.At(tree, wanted.Below) is { } place && place.Siblings == tree ? tree[place.Index] : null;
            if (!string.IsNullOrEmpty(wanted.Below) && parent is null)
            {
                return (new Reason("menu.changed"), "");
            }

            var level = parent?.Children ?? tree;
            level.Add(entry!);
            return (level.Count > Standard.MenuLimit ? new Reason("menu.full", Standard.MenuLimit)
                : null, Named(entry!));
        }, cancellation);
    }

    public Task<Outcome> RenameAsync(
        Actor actor, string? version, string? position, Trilingual words, CancellationToken cancellation = default) =>
        RunAsync(actor, version, "menuRename", tree =>
        {
            if (MenuTree.At(tree, position) is not var (siblings, index))
            {
                return (new Reason("menu.changed"), "");
            }

            var (text, problems) = MenuTarget.TextOf(words, Trilingual.Empty);
            siblings[index].Text = text;
            return (problems.Count > 0 ? problems[0] : null, Named(siblings[index]));
        }, cancellation);

    /// <summary>Moves an entry one place up (-1) or down (1) within its level.</summary>
    public Task<Outcome> MoveAsync(
        Actor actor, string? version, string? position, int by, CancellationToken cancellation = default) =>
        RunAsync(actor, version, "menuMove", tree =>
        {
            if (MenuTree.At(tree, position) is not var (siblings, index) || index + by < 0
                || index + by >= siblings.Count)
            {
                return (new Reason("menu.changed"), "");
            }

            (siblings[index], siblings[index + by]) = (siblings[index + by], siblings[index]);
            return (null, Named(siblings[index + by]));
        }, cancellation);

    /// <summary>Puts the level that begins at a position's list into a new order: each place named once.</summary>
    public Task<Outcome> OrderAsync(
        Actor actor, string? version, IReadOnlyList<string> positions, CancellationToken cancellation = default) =>
        RunAsync(actor, version, "menuMove", tree =>
        {
            var places = positions.Select(position => MenuTree.At(tree, position)).ToList();
            if (places.Count == 0
                || places.Exists(place => place is null || place.Value.Siblings != places[0]!.Value.Siblings)
                || !places.Select(place => place!.Value.Index).Order()
                    .SequenceEqual(Enumerable.Range(0, places[0]!.Value.Siblings.Count)))
            {
                return (new Reason("menu.changed"), "");
            }

            var siblings = places[0]!.Value.Siblings;
            var ordered = places.Select(place => siblings[place!.Value.Index]).ToList();
            siblings.Clear();
            siblings.AddRange(ordered);
            return (null, string.Join(", ", ordered.Select(Named)));
        }, cancellation);

    /// <summary>Refused where the standard keeps one of the places that nothing would lead to any more.</summary>
    public Task<Outcome> RemoveAsync(
        Actor actor, string? version, string? position, CancellationToken cancellation = default) =>
        RunAsync(actor, version, "menuRemove", tree =>
        {
            if (MenuTree.At(tree, position) is not var (siblings, index))
            {
                return (new Reason("menu.changed"), "");
            }

            var isLocked = MenuRules.IsLocked(Standard, tree, siblings[index]);
            var name = Named(siblings[index]);
            siblings.RemoveAt(index);
            return (isLocked ? new Reason("menu.locked") : null, name);
        }, cancellation);

    private async Task<Outcome> RunAsync(
        Actor actor, string? version, string verb, Func<List<MenuEntry>, (Reason? Refusal, string Subject)> change,
        CancellationToken cancellation)
    {
        if (actor.Role < Role.Editor)
        {
            return Outcome.Refused(new Reason("workflow.role"));
        }

        var setting = await db.Set<SiteSetting>()
            .SingleOrDefaultAsync(row => row.Name == SiteSetting.Menu, cancellation);
        var tree = MenuTree.Read(setting?.Value ?? new FieldValues());
        var (refusal, subject) = version == SiteSetting.VersionOf(setting) ? change(tree)
            : (new Reason("menu.changed"), "");
        if (refusal is not null)
        {
            return Outcome.Refused(refusal);
        }

        return await keep.RunAsync(actor, setting, SiteSetting.Menu, MenuTree.Write(tree), verb, subject, cancellation)
            ? Outcome.Done
            : Outcome.Refused(new Reason("menu.changed"));
    }

    private static string Named(MenuEntry entry) =>
        Cultures.All.Select(culture => entry.Text[culture]).FirstOrDefault(text => text.Length > 0) ?? "";
}
