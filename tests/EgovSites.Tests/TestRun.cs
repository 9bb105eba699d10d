using EgovSites.Tests.Hosting;

[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

namespace EgovSites.Tests;

[SetUpFixture]
public sealed class TestRun
{
    [OneTimeTearDown]
    public async Task StopSharedHost()
    {
        await SharedHost.StopAsync();
        await FreshPlatform.RemoveAsync();
        await TestFiles.StopAsync();
    }
}
