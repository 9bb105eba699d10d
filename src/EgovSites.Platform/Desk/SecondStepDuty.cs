using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Desk;

/// <summary>
/// Administrators owe a second step at sign-in; a few days after the first visit without it they are led to set it up.
/// </summary>
public sealed class SecondStepDuty(
    IDbContextFactory<HostDbContext> hosts, IOptions<AccountsOptions> options, TimeProvider time)
{
    /// <summary>Where it is set up.</summary>
    public const string Page = "/admin/profile/two-factor";

    /// <summary>
    /// The moment from which this account opens nothing but its own pages; null when nothing is owed.
    /// </summary>
    public async Task<DateTimeOffset?> DueAsync(Editor editor, IEnumerable<Membership> memberships)
    {
        if (!options.Value.RequireSecondStep || editor.TwoFactorEnabled
            || !memberships.Any(row => row.Role >= Role.AgencyAdministrator))
        {
            return null;
        }

        return editor.SecondStepDueAt ??= await BeginAsync(editor.Id);
    }

    public bool IsOver(DateTimeOffset? due) => due <= time.GetUtcNow();

    // Straight into the row: Identity writes whole rows, and two pages opened at once would refuse each other.
    private async Task<DateTimeOffset> BeginAsync(string editorId)
    {
        var due = time.GetUtcNow().AddDays(options.Value.SecondStepGraceDays);
        await using var db = await hosts.CreateDbContextAsync();
        await db.Users.Where(editor => editor.Id == editorId && editor.SecondStepDueAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(editor => editor.SecondStepDueAt, due));
        return due;
    }
}
