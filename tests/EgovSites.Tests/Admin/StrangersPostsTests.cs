using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin;

/// <summary>What a member of one site sends to another one's back office is not even read.</summary>
public class StrangersPostsTests
{
    [TestCase("media")]
    [TestCase("content/new/News")]
    [TestCase("redirects/import")]
    [TestCase("appeals/x/notes")]
    public async Task A_large_form_for_another_site_is_refused_before_it_is_read(string page)
    {
        var bodies = new CountedBodies();
        await using var host = await SiteHost.StartAsync(replace: bodies.Add);
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);

        async Task<int> SendAsync(string site)
        {
            bodies.Reset();
            using var body = new LongBody(3 << 20);
            body.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
            using var question =
                new HttpRequestMessage(HttpMethod.Post, $"/admin/sites/{site}/{page}") { Content = body };
            using var answer = await desk.SendAsync(question);
            return (int)answer.StatusCode;
        }

        Assert.That(await SendAsync(SiteHost.Agency), Is.EqualTo(404));
        Assert.That(bodies.Read, Is.LessThan(64 << 10));
        Assert.That(await SendAsync("no-such-site"), Is.EqualTo(404));
        Assert.That(bodies.Read, Is.LessThan(64 << 10));
        Assert.That(
            await SendAsync(SiteHost.OtherAgency), Is.AnyOf(400, 413), "the own site reads it, and misses the token");
    }
}
