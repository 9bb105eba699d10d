using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik.Spelling;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.People;

public sealed class PeopleModel(
    HostDbContext host, SiteDbContext site, Invitations invitations, InvitationLetter letter, LeftOpen leftOpen,
    Origins origins, AuditLog audit, SecurityLog security, TimeProvider time) : DeskPage
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>What may be given here; nobody is made a central administrator on a site.</summary>
    public static IReadOnlyList<Role> Offered { get; } =
        [Role.Officer, Role.Translator, Role.Author, Role.Editor, Role.AgencyAdministrator];

    public sealed record Member(string Id, string Name, string Email, Role Role, bool IsOfficer);

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    /// <summary>What people who are no longer here left open.</summary>
    public IReadOnlyList<LeftOpen.Thing> LeftOpen { get; private set; } = [];

    /// <summary>The link of the invitation just made; it is shown this once.</summary>
    public string? Link { get; private set; }

    /// <summary>The link is on its way by mail as well.</summary>
    public bool IsMailed { get; private set; }

    public string Email { get; private set; } = "";

    public Reason? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostInviteAsync(
        string? email, Role role, bool officer, CancellationToken cancellation)
    {
        Email = EmailField.Clean(email);
        Problem = !EmailField.IsEmail(Email) ? new Reason("field.email") : !Offered.Contains(role)
            ? new Reason("field.choice") : null;
        if (Problem is not null)
        {
            return await RefuseAsync(cancellation);
        }

        var code = invitations.Add(host, Email, Tenant.Id, role, Actor.Name, Life, Actor.EditorId, officer);
        Link = $"{origins.DeskOf(Request)}{Invitations.Path}{code}";
        IsMailed = await letter.AddAsync(host, Email, Tenant, role, Actor.Name, Link, Life);
        await host.SaveChangesAsync(cancellation);
        await NoteAsync("invite", Email, role.ToString(), cancellation);
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string invitation, CancellationToken cancellation)
    {
        var row = await host.Invitations.SingleOrDefaultAsync(one => one.CodeHash == invitation
            && one.TenantId == Tenant.Id && one.UsedAt == null, cancellation);
        if (row is null)
        {
            return NotFound();
        }

        host.Remove(row);
        await host.SaveChangesAsync(cancellation);
        await NoteAsync("revoke", row.Email, "", cancellation);
        return Redirect(Desk("/people"));
    }

    public async Task<IActionResult> OnPostRoleAsync(
        string person, Role role, bool officer, CancellationToken cancellation)
    {
        if (await MembershipAsync(person, cancellation) is not { } membership || !Offered.Contains(role))
        {
            return NotFound();
        }

        if (role < Role.AgencyAdministrator && await IsLastAsync(membership, cancellation))
        {
            return await RefuseLastAsync(cancellation);
        }

        (membership.Role, membership.IsOfficer) = (role, officer);
        await host.SaveChangesAsync(cancellation);
        await ForgetInvitationsAsync(person, cancellation);
        await NoteAsync("role", await NameOfAsync(person, cancellation), role.ToString(), cancellation);
        return Redirect(Desk("/people"));
    }

    // A link kept from before would let the person back in.
    private async Task ForgetInvitationsAsync(string person, CancellationToken cancellation)
    {
        var editor = await host.Users.AsNoTracking().SingleAsync(row => row.Id == person, cancellation);
        await host.Invitations
            .Where(row => row.TenantId == Tenant.Id && row.UsedAt == null
                && (row.Email == editor.Email || row.InvitedById == editor.Id
                || (row.InvitedById == null && (row.InvitedBy == editor.FullName || row.InvitedBy == editor.Email))))
            .ExecuteDeleteAsync(cancellation);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string person, CancellationToken cancellation)
    {
        if (await MembershipAsync(person, cancellation) is not { } membership)
        {
            return NotFound();
        }

        if (await IsLastAsync(membership, cancellation))
        {
            return await RefuseLastAsync(cancellation);
        }

        host.Remove(membership);
        await host.SaveChangesAsync(cancellation);
        await ForgetInvitationsAsync(person, cancellation);
        await NoteAsync("remove", await NameOfAsync(person, cancellation), "", cancellation);
        return Redirect(Desk("/people"));
    }

    public async Task<IActionResult> OnPostEndAsync(string[] thing, CancellationToken cancellation)
    {
        await leftOpen.EndAsync(Actor, thing, cancellation);
        return Redirect(Desk("/people"));
    }

    private Task<Membership?> MembershipAsync(string person, CancellationToken cancellation) =>
        host.Memberships.SingleOrDefaultAsync(row => row.EditorId == person && row.TenantId == Tenant.Id, cancellation);

    // A site without an administrator could never invite one again by itself.
    private async Task<bool> IsLastAsync(Membership membership, CancellationToken cancellation) =>
        membership.Role == Role.AgencyAdministrator
        && !await host.Memberships.AnyAsync(row => row.TenantId == Tenant.Id && row.Role == Role.AgencyAdministrator
            && row.EditorId != membership.EditorId, cancellation);

    private Task<IActionResult> RefuseLastAsync(CancellationToken cancellation)
    {
        Problem = new Reason("people.last");
        return RefuseAsync(cancellation);
    }

    private async Task<IActionResult> RefuseAsync(CancellationToken cancellation)
    {
        host.ChangeTracker.Clear();
        await LoadAsync(cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<string> NameOfAsync(string person, CancellationToken cancellation) =>
        await host.Users.Where(editor => editor.Id == person).Select(editor => editor.FullName)
            .SingleAsync(cancellation);

    private async Task NoteAsync(string verb, string subject, string detail, CancellationToken cancellation)
    {
        var what = verb is "invite" or "revoke" ? SecurityEvent.Invitation : SecurityEvent.Membership;
        security.Write(what, Actor.EditorId, $"{SecurityLog.Done}, {verb}", Tenant.Slug);
        audit.Add(site, Actor, verb, subject, detail);
        await site.SaveChangesAsync(cancellation);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var members = await host.Memberships.AsNoTracking().Where(row => row.TenantId == Tenant.Id)
            .Join(host.Users, row => row.EditorId, editor => editor.Id, (row, editor) =>
                new Member(editor.Id, editor.FullName, editor.Email ?? "", row.Role, row.IsOfficer))
            .ToListAsync(cancellation);
        Members = [.. members.OrderBy(member => Alphabet.SortKey(member.Name), StringComparer.Ordinal)];
        LeftOpen = await leftOpen.FindAsync(cancellation);
        Open = await host.Invitations.AsNoTracking()
            .Where(row => row.TenantId == Tenant.Id && row.UsedAt == null && row.ExpiresAt > now)
            .OrderBy(row => row.Email).ToListAsync(cancellation);
    }
}
