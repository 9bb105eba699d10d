using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// Which proxies are believed: loopback, and those that <c>Proxies:Networks</c> and <c>Proxies:Addresses</c> name.
/// </summary>
internal static class Proxies
{
    public const string Section = "Proxies";

    public static void AddProxies(this IServiceCollection services) => services.AddOptions<ForwardedHeadersOptions>()
        .Configure<IConfiguration>((options, configuration) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in Named(configuration, "Networks"))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }

            foreach (var address in Named(configuration, "Addresses"))
            {
                options.KnownProxies.Add(IPAddress.Parse(address));
            }
        })
        .ValidateOnStart();

    /// <summary>
    /// Takes over the visitor's address and scheme; a scheme that is none of the web's is dropped, for pages name it.
    /// </summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        var strangers = new UnknownProxies(
            app.ApplicationServices.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value,
            app.ApplicationServices.GetRequiredService<ILogger<UnknownProxies>>());
        app.Use((context, next) =>
        {
            strangers.Notice(context);
            if (!context.Request.Headers[ForwardedHeadersDefaults.XForwardedProtoHeaderName].All(IsOfTheWeb))
            {
                context.Request.Headers.Remove(ForwardedHeadersDefaults.XForwardedProtoHeaderName);
            }

            return next(context);
        });
        app.UseForwardedHeaders();
    }

    /// <summary>
    /// Whether what this address says of a visitor is taken; with no proxy known at all, everybody's word is.
    /// </summary>
    public static bool Believes(this ForwardedHeadersOptions options, IPAddress sender) =>
        (options.KnownProxies.Count == 0 && options.KnownIPNetworks.Count == 0)
        || options.KnownProxies.Any(known => Plain(known).Equals(Plain(sender)))
        || options.KnownIPNetworks.Any(network => network.Contains(Plain(sender)));

    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsOfTheWeb(string? schemes) => (schemes ?? "").Split(',', StringSplitOptions.TrimEntries)
        .All(scheme => scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
            || scheme.Equals("http", StringComparison.OrdinalIgnoreCase));

    private static string[] Named(IConfiguration configuration, string what) =>
        configuration.GetSection($"{Section}:{what}").Get<string[]>() ?? [];
}
