using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin;

internal static class ClosedAccount
{
    /// <summary>
    /// What twenty wrong tries from many addresses do, without the half minute they take. Identity asks the real clock
    /// here.
    /// </summary>
    public static async Task CloseToStrangersAsync(this SiteHost host, string email)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        DateTimeOffset? end = TimeProvider.System.GetUtcNow().AddMinutes(10);
        await db.Users.Where(editor => editor.Email == email)
            .ExecuteUpdateAsync(row => row.SetProperty(editor => editor.LockoutEnd, end));
    }
}
