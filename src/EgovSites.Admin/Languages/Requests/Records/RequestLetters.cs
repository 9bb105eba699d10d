using EgovSites.Admin.Mail;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>Tells the other side of a request that it is their turn, where they asked to be told.</summary>
public sealed class RequestLetters(
    IDbContextFactory<HostDbContext> hosts, Notifications notifications, DeskLetters letters) : IOutboxHandler
{
    public const string Word = "request";

    public string Kind => Word;

    public async Task HandleAsync(
        Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        if (!letters.IsOpen)
        {
            return;
        }

        await using var host = await hosts.CreateDbContextAsync(cancellation);
        if (await host.Set<TranslationRequest>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == message.ItemId, cancellation) is { } request)
        {
            var members =
                await notifications.WhoWantsAsync(Notice.Translations, tenant.Id, Role.Translator, cancellation);
            var centre = await notifications.WhoWantsAtTheCentreAsync(Notice.Translations, cancellation);
            await letters.WriteAsync(Kind, tenant, members.Concat(centre)
                .Where(reader => IsTheirTurn(request, reader, centre)), request.Subject,
                centre.Count > 0 && request.ToId.Length == 0 ? "/admin/requests"
                    : $"/admin/sites/{tenant.Slug}/requests", message.Id, cancellation);
        }
    }

    private static bool IsTheirTurn(TranslationRequest request, Editor reader, IEnumerable<Editor> centre) =>
        request.State switch
        {
            RequestState.Asked =>
                request.ToId.Length > 0 ? reader.Id == request.ToId : centre.Any(one => one.Id == reader.Id),
            RequestState.Accepted => reader.Id == request.TakenById && request.Reason.Length > 0,
            RequestState.Delivered or RequestState.Returned => reader.Id == request.AskedById,
            _ => false,
        };
}
