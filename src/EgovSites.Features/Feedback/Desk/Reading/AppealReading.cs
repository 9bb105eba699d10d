using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Desk.Reading;

// Who read a citizen's words, or a file of theirs, stands in the log: once for each person, appeal and day.
public sealed class AppealReading(
    SiteDbContext db, CurrentTenant current, AuditLog audit, SecurityLog security, TimeProvider time)
{
    public const string Appeal = "appealRead";

    public const string File = "appealFile";

    public async Task NoteAsync(Actor actor, string verb, string number, CancellationToken cancellation)
    {
        var morning = Dates.StartOf(Dates.Today(time));
        if (await db.Set<AuditEntry>().AnyAsync(
            row => row.At >= morning && row.EditorId == actor.EditorId && row.Verb == verb
                && row.Subject == number, cancellation))
        {
            return;
        }

        audit.Add(db, actor, verb, number);
        await db.SaveChangesAsync(cancellation);
        security.Write(SecurityEvent.AppealRead, actor.EditorId, $"{SecurityLog.Done}, {verb}", current.Tenant.Slug);
    }
}
