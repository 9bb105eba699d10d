using System.CommandLine;
using System.Data.Common;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Recipes;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Engines;

namespace EgovSites.Host.Commands.Tools;

/// <summary>Gives a verb the platform that is there; where there is none it says so and makes nothing.</summary>
internal static class Present
{
    public static Task<int> WithAsync(
        ParseResult parsed, Func<IServiceProvider, TextWriter, Task<int>> act, CancellationToken cancellation) =>
        WithAnyAsync(parsed, async (services, output) =>
        {
            await services.GetRequiredService<Schema>().EnsureHostAsync(cancellation);
            await services.GetRequiredService<TenantDirectory>().ReloadAsync(cancellation);
            services.GetRequiredService<SiteCheck>().LookBeforeUse();
            return await act(services, output);
        });

    /// <summary>The same for a verb that does without a platform.</summary>
    public static async Task<int> WithAnyAsync(ParseResult parsed, Func<IServiceProvider, TextWriter, Task<int>> act)
    {
        try
        {
            await using var app = Composition.Build([], HostOptions.Settings(parsed));
            return await act(app.Services, parsed.InvocationConfiguration.Output);
        }
        catch (Exception error) when (IsOfUser(error))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <summary>A wrong file, a busy port, an unknown agency: the reason is enough, the frames help nobody.</summary>
    public static bool IsOfUser(Exception error) =>
        error is StandardException or RecipeException or ArgumentException or InvalidDataException or IOException
            or UnauthorizedAccessException or FormatException or DbException;
}
