using System.Net;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Founding;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Tajik;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

/// <summary>A folder with one page of every public kind in every language, as the host sends them.</summary>
internal sealed class SavedPages(SiteHost host) : IDisposable
{
    private const string Site = $"/site/{SiteHost.Agency}";

    private static readonly string[] OfSite =
    [
        "", "?v=bw2", "/search?q=вазорат", "/search?q=абвгд", "/sitemap", "/feedback", "/feedback/status",
        "/pages/about", "/pages/privacy", "/no/such/page",
        "/news?q=вазорат", "/documents?q=фармоиш",
    ];

    private static readonly string[] OfPortal = ["", "/agencies", "/news", "/vacancies", "/search?q=вазорат",
        "/search?q=абвгд", "/sitemap", "/feedback", "/no/such/page"];

    private static readonly int[] Troubles = [400, 403, 404, 410, 429, 500, 503];

    private readonly HttpClient _client = host.Client();

    public string Folder { get; } = Directory.CreateTempSubdirectory("egov-html-").FullName;

    public int Count => Directory.GetFiles(Folder).Length;

    public async Task SaveAllAsync()
    {
        foreach (var culture in Cultures.All)
        {
            await SaveOrdinaryAsync(culture);
            await SaveSectionsAsync(culture);
            await SaveTimedAsync(culture);
            await SaveAppealAsync(culture);
        }

        await SaveClosedAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task SaveOrdinaryAsync(string culture)
    {
        IEnumerable<string> addresses =
        [
            .. OfSite.Select(path => $"{Site}/{culture}{path}"), .. OfPortal.Select(path => $"/{culture}{path}"),
            $"/admin/sign-in?lang={culture}", .. Troubles.Select(code => $"{Site}/error/{code}?culture={culture}"),
            "/site/no-such-site/tg",
        ];
        foreach (var address in addresses)
        {
            await SaveAsync($"{culture} {address}", await _client.GetAsync(address));
        }
    }

    /// <summary>Each section's list, and the first thing in it.</summary>
    private async Task SaveSectionsAsync(string culture)
    {
        foreach (var section in host.Services.GetRequiredService<Standards>().Newest.Types.Select(type => type.Section))
        {
            var address = $"{Site}/{culture}/{section}";
            var list = await SaveAsync($"{culture} {section}", await _client.GetAsync(address));
            var first = list.Document.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!)
                .FirstOrDefault(link => link.StartsWith(address + "/", StringComparison.Ordinal)
                    && !link.EndsWith(".atom", StringComparison.Ordinal));
            if (first is not null)
            {
                await SaveAsync($"{culture} {section} one", await _client.GetAsync(first));
            }
        }
    }

    /// <summary>What only time or an editor makes: a vacancy that closed, an address whose page is gone.</summary>
    private async Task SaveTimedAsync(string culture)
    {
        var vacancy = Printer.Row("vacancies", $"Ҷойи холии пештара {culture}", culture);
        vacancy.Deadline = host.Clock.GetUtcNow().AddDays(-3);
        await host.PrintAsync(vacancy);
        await SaveAsync(
            $"{culture} vacancy expired", await _client.GetAsync($"{Site}/{culture}/vacancies/{vacancy.Slug}"));
        await using var desk = TestDesk.Open(host);
        var id = await desk.PublishAsync((culture, $"Иштибоҳ {culture}"));
        var route = (await desk.FindAsync(id)).Single().Slug;
        await desk.Do<Withdraw>()
            .RunAsync(TestDesk.Officer, id, [culture],
                new Withdrawal(WithdrawalReason.InError, Note: "Санади дигар омода мешавад"));
        var gone = await _client.GetAsync($"{Site}/{culture}/{desk.Type.Section}/{route}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        await SaveAsync($"{culture} gone", gone);
    }

    /// <summary>The form with what it refused, the receipt, and where the appeal stands.</summary>
    private async Task SaveAppealAsync(string culture)
    {
        var address = $"{Site}/{culture}/feedback";
        await SaveAsync($"{culture} form refused",
            (await _client.SendAsync(address, CitizenForm.Filled(("text", ""), ("email", "zebo@"), ("consent", ""))))
                .Response);
        var receipt = await _client.SendAsync(
            address, CitizenForm.Filled(("key", await _client.KeyAsync(address))), ("санад.pdf", CitizenForm.Pdf));
        await SaveAsync($"{culture} receipt", receipt.Response);
        var (number, code) = receipt.Receipt();
        await SaveAsync($"{culture} status found", (await _client.StatusAsync(number, code, culture)).Response);
        await SaveAsync($"{culture} status refused", (await _client.StatusAsync(number, "000", culture)).Response);
    }

    private async Task SaveClosedAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TenantLifecycle>()
            .SuspendAsync(host.Tenant(SiteHost.OtherAgency).Id);
        await SaveAsync("site closed", await _client.GetAsync($"/site/{SiteHost.OtherAgency}/tg"));
    }

    private async Task<Page> SaveAsync(string name, HttpResponseMessage answer)
    {
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"), name);
        var file = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        await File.WriteAllBytesAsync(
            Path.Combine(Folder, file + ".html"), await answer.Content.ReadAsByteArrayAsync());
        return await Page.ReadAsync(answer);
    }
}
