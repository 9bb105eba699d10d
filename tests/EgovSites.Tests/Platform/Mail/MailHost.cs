using EgovSites.Platform.Mail;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Mail;

/// <summary>A host with a mail server beside it.</summary>
internal sealed class MailHost(SmtpServer server, SiteHost sites) : IAsyncDisposable
{
    // Not https: the tests' own browser speaks http, and would be given no cookie back.
    public const string Origin = "http://egov.test";

    public SmtpServer Server { get; } = server;

    public SiteHost Sites { get; } = sites;

    public static async Task<MailHost> StartAsync()
    {
        var server = new SmtpServer();
        return new MailHost(server, await SiteHost.StartAsync(replace: services => Configure(services, server)));
    }

    public Task RestartAsync() => Sites.RestartAsync(services => Configure(services, Server));

    public async Task WriteAsync(string to = "reader@example.tj", string subject = "Мавзӯъ", string body = "Матн")
    {
        await using var db = await OpenAsync();
        await Sites.Services.GetRequiredService<Mailbox>().AddAsync(db, to, "test", "tg", subject, body);
        await db.SaveChangesAsync();
    }

    public Task SendAsync() => Sites.Services.GetRequiredService<MailRelay>().SendDueAsync(CancellationToken.None);

    public async Task<List<Letter>> WaitingAsync()
    {
        await using var db = await OpenAsync();
        return await db.Set<Letter>().AsNoTracking().ToListAsync();
    }

    public Task<HostDbContext> OpenAsync() =>
        Sites.Services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await Sites.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static void Configure(IServiceCollection services, SmtpServer server)
    {
        services.Configure<MailOptions>(options =>
            (options.Host, options.Port, options.From, options.Tls) =
                ("127.0.0.1", server.Port, "noreply@egov.tj", false));
        services.Configure<TenancyOptions>(options => options.PublicOrigin = Origin);
    }
}
