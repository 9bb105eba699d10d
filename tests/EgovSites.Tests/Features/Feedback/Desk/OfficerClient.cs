using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback.Desk;

/// <summary>A browser in which an officer is signed in.</summary>
internal sealed class OfficerClient(HttpClient client, string tenant)
{
    public string Inbox => $"/admin/sites/{tenant}/appeals";

    public static async Task<OfficerClient> SignInAsync(SiteHost host, Role role, string tenant = SiteHost.Agency)
    {
        var code = await host.Services.GetRequiredService<Invitations>()
            .CreateAsync($"{Guid.NewGuid():N}@namuna.tj", host.Tenant(tenant).Id, role, "test", TimeSpan.FromHours(1));
        var officer = new OfficerClient(host.Client(keepsCookies: true), tenant);
        var signedIn = await officer.PostAsync(Invitations.Path + code, Invitations.Path + code,
            ("FullName", "Каримова Зебо"), ("Language", "ru"), ("password", "Correct horse battery 42"));
        Assert.That(signedIn.Status, Is.EqualTo(302), signedIn.Text);
        return officer;
    }

    public Task<Page> GetAsync(string address) => client.PageAsync(address);

    public Task<HttpResponseMessage> FileAsync(string address) => client.GetAsync(address);

    /// <summary>Sends a form with the antiforgery token of the page it stands on.</summary>
    public async Task<Page> PostAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var token = (await client.PageAsync(page))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await Page.ReadAsync(await client.PostAsync(address, content));
    }
}
