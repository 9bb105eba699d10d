using System.Net;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin;

/// <summary>An editor at a browser: follows an invitation, keeps the cookies, fills in forms.</summary>
public sealed class DeskClient(SiteHost host, string? address = null) : IDisposable
{
    public const string Password = "a long enough password";

    private readonly HttpClient _client = From(host, address ?? NewAddress());

    public string Email { get; } = $"{Guid.NewGuid():N}@example.tj";

    /// <summary>
    /// A new person with a role on one site; for a central administrator or inspector the tenant does not count.
    /// </summary>
    public static async Task<DeskClient> SignInAsync(
        SiteHost host, Role role, string tenant = SiteHost.Agency, string culture = "tg")
    {
        var desk = new DeskClient(host);
        var place = role is Role.CentralAdministrator or Role.Inspector ? Membership.Everywhere
            : host.Tenant(tenant).Id;
        var entered = await desk.RedeemAsync(await desk.InviteAsync(place, role), culture);
        Assert.That(entered.Response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return desk;
    }

    /// <summary>The address of a fresh invitation for this person.</summary>
    public async Task<string> InviteAsync(string tenantId, Role role) => Invitations.Path + await host.Services
        .GetRequiredService<Invitations>().CreateAsync(Email, tenantId, role, "test", TimeSpan.FromDays(1));

    public Task<Page> RedeemAsync(string link, string culture = "tg", string password = Password) =>
        PostAsync(link, link, ("FullName", "Насаб Ном"), ("Language", culture), ("Password", password));

    /// <summary>Fills in the sign-in form.</summary>
    public Task<Page> EnterAsync(string email, string password) =>
        PostAsync("/admin/sign-in", "/admin/sign-in", ("Email", email), ("Password", password));

    public Task<Page> GetAsync(string address) => _client.PageAsync(address);

    /// <summary>Posts to an address with the antiforgery token that the form's page carries.</summary>
    public async Task<Page> PostAsync(string form, string address, params (string Name, string Value)[] fields) =>
        await SendAsync(form, address, fields);

    public async Task<Page> UploadAsync(string form, string address, string control, string fileName, byte[] content,
        params (string Name, string Value)[] fields) =>
        await SendAsync(form, address, fields, (control, fileName, content));

    /// <summary>Several files in one post of a form.</summary>
    public Task<Page> UploadAsync(
        string form, string address, params (string Control, string Name, byte[] Content)[] files) =>
        SendAsync(form, address, [], files);

    /// <summary>Posts as a script does: any body, with the token of a page's form in a header.</summary>
    public async Task<HttpResponseMessage> PostAsync(string form, string address, HttpContent body)
    {
        var token = await TokenAsync(form);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.Add("RequestVerificationToken", token);
        return await _client.SendAsync(request);
    }

    /// <summary>Sends anything with the cookies of this browser.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage question) => _client.SendAsync(question);

    /// <summary>The antiforgery token that a page's form carries.</summary>
    public async Task<string> TokenAsync(string form) =>
        (await GetAsync(form)).Document.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

    /// <summary>Posts nothing but a token from another page; gives the status.</summary>
    public async Task<int> SendAsync(string address, string token)
    {
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var response = await _client.PostAsync(address, body);
        return (int)response.StatusCode;
    }

    /// <summary>
    /// The host trusts what a proxy on loopback says about where a request came from; so each browser has its own
    /// address.
    /// </summary>
    public static string NewAddress() =>
        $"10.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}.{Random.Shared.Next(1, 255)}";

    /// <summary>Sends a cookie that this browser was never given.</summary>
    public void Bring(string cookie, string value) => _client.DefaultRequestHeaders.Add("Cookie", $"{cookie}={value}");

    public void Dispose() => _client.Dispose();

    private static HttpClient From(SiteHost host, string address)
    {
        var client = host.Client(keepsCookies: true);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private async Task<Page> SendAsync(
        string form, string address, (string Name, string Value)[] fields,
        params (string Control, string FileName, byte[] Content)[] files)
    {
        var token = await TokenAsync(form);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var upload in files)
        {
            body.Add(new ByteArrayContent(upload.Content), upload.Control, upload.FileName);
        }

        return await Page.ReadAsync(await _client.PostAsync(address, body));
    }
}
