using EgovSites.Platform.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Sites;

public class TenantDirectoryTests
{
    [TestCase("localhost", "portal")]
    [TestCase("finance.localhost", "finance")]
    [TestCase("FINANCE.LocalHost", "finance")]
    [TestCase("finance.localhost.", "finance")]
    [TestCase("nobody.localhost", null)]
    [TestCase("example.org", null)]
    [TestCase("localhost.example.org", null)]
    [TestCase("a.finance.localhost", null)]
    [TestCase("", null)]
    public async Task A_host_name_leads_to_its_own_tenant_or_to_none(string host, string? slug)
    {
        var directory = (await SharedHost.GetAsync()).Services.GetRequiredService<TenantDirectory>();

        Assert.That(directory.ByHost(host)?.Slug, Is.EqualTo(slug));
    }
}
