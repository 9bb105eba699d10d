using EgovSites.Platform.Accounts;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Mail;

/// <summary>
/// Writes to colleagues that something waits for them, each in his language: what, on which site, and where to look.
/// </summary>
public sealed class DeskLetters(IDbContextFactory<HostDbContext> hosts, Mailbox mailbox, Words words)
{
    public bool IsOpen => mailbox.IsOpen;

    /// <summary>
    /// Writes one letter each; the key names the occasion, so that a second call for the same one writes nothing.
    /// </summary>
    public async Task WriteAsync(
        string kind, Tenant tenant, IEnumerable<Editor> readers, string subject, string path, string key,
        CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        foreach (var reader in readers.DistinctBy(reader => reader.Id).Where(reader => reader.Email is not null))
        {
            var culture = reader.Culture;
            await mailbox.AddAsync(db, reader.Email!, kind, culture,
                words.In(culture, $"letters.{kind}.subject", tenant.Name[culture]),
                words.In(culture, $"letters.{kind}.body", subject, mailbox.AddressOf(path)),
                $"{key}-{reader.Id}");
        }

        await db.SaveChangesAsync(cancellation);
    }
}
