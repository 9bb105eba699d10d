using EgovSites.Host.Keys;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace EgovSites.Host;

/// <summary>
/// Logs as JSON lines, or for a person at a terminal in words; traces and metrics over OTLP when the standard
/// environment variable names a collector.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction())
        {
            _ = Console.IsOutputRedirected
                ? builder.Logging.ClearProviders().AddJsonConsole(options => options.IncludeScopes = true)
                : builder.Logging.ClearProviders()
                    .AddSimpleConsole(options => (options.SingleLine, options.TimestampFormat) = (true, "HH:mm:ss "))
                    // What it warns of is said among the addresses there, with what to do.
                    .AddFilter(typeof(KeysAtRest).FullName, LogLevel.Critical);
        }

        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            builder.Services.AddOpenTelemetry()
                .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter())
                .WithMetrics(metrics => metrics
                    .AddMeter("EgovSites", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
                        "System.Runtime").AddOtlpExporter());
        }
    }
}
