using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Backups;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Founding;
using EgovSites.Platform.Library;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Mail;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Duties;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Recipes;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.OtherHosts;
using EgovSites.Platform.Theming.Posters;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EgovSites.Platform;

public static class PlatformServices
{
    /// <summary>
    /// Adds the platform; the assemblies are those that bring words, tables and features, the theme is where the assets
    /// lie.
    /// </summary>
    public static IServiceCollection AddPlatform(
        this IServiceCollection services, Assembly theme, params IReadOnlyList<Assembly> assemblies)
    {
        IReadOnlyList<Assembly> all = [typeof(PlatformServices).Assembly, .. assemblies];
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new StorageModel(all));
        services.AddSingleton(ThemeAssets.Of(theme)).AddHostedService<ThemeCompression>();
        // Razor would write every Cyrillic letter as an eight-byte entity otherwise.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        return services.AddWords([.. all, theme]).AddStorage().AddTenancy().AddContent().AddPublishing().AddMedia()
            .AddLibrary().AddBackups().AddAccounts().AddDesk().AddMail().AddSingleton<VisitLimits>().AddRecipes()
            .AddTheming();
    }

    private static IServiceCollection AddTenancy(this IServiceCollection services)
    {
        services.AddOptions<TenancyOptions>().BindConfiguration(TenancyOptions.Section)
            .PostConfigure(TenancyOptions.AnswerAtHome).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<TenantDirectory>().AddSingleton<BodyNames>().AddSingleton<Origins>()
            .AddSingleton<TenantBirth>().AddSingleton<ManyBirths>().AddSingleton<TenantLifecycle>()
            .AddHostedService<DirectoryWatch>().AddSingleton<SiteCheck>().AddSingleton<IDailyWork, NightlyCheck>()
            .AddHostedService<DailyRound>().AddSingleton<AgencyList>().AddScoped<CurrentTenant>();
    }

    private static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddOptions<StandardsOptions>().BindConfiguration(StandardsOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<Standards>().AddSingleton<SharedPictures>();
    }

    private static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddScoped<PublishedAddresses>().AddSingleton<AuditLog>().AddSingleton<Outbox>()
        .AddSingleton<OutboxRelay>().AddSingleton<OutboxRetry>()
        .AddHostedService(provider => provider.GetRequiredService<OutboxRelay>())
        .AddSingleton<IOutboxHandler, CacheInvalidation>()
        .AddSingleton<DocumentCatchUp>()
        .AddSingleton<IDailyWork>(provider => provider.GetRequiredService<DocumentCatchUp>())
        .AddSingleton<BinSweep>().AddSingleton<IDailyWork>(provider => provider.GetRequiredService<BinSweep>())
        .AddDuties()
        .AddSingleton<PlanWatch>().AddSingleton<ScheduleFaults>().AddScoped<DuePlans>().AddSingleton<ScheduleWorker>()
        .AddHostedService(provider => provider.GetRequiredService<ScheduleWorker>())
        .AddScoped<SaveDraft>().AddScoped<Publish>().AddScoped<Unpublishing>().AddScoped<Withdraw>()
        .AddScoped<Reinstate>()
        .AddScoped<ConfirmCorrect>().AddScoped<DueReviews>().AddScoped<WhereUsed>().AddScoped<Reviews>()
        .AddScoped<Schedule>()
        .AddScoped<RestoreRevision>().AddSingleton<OwnPreview>().AddScoped<Previews>().AddSingleton<RenderedDrafts>()
        .AddScoped<DraftPage>().AddScoped<MoveToBin>().AddScoped<RestoreFromBin>()
        .AddSingleton<SiteShelf>().AddScoped<PublishedItems>().AddScoped<SiteSearch>().AddScoped<PublicFiles>()
        .AddScoped<PreviewFiles>().AddSingleton<PageWeight>();

    private static IServiceCollection AddDuties(this IServiceCollection services) => services
        .AddSingleton<FileDuties>().AddSingleton<DutyNotes>().AddSingleton<NotedDuties>()
        .AddSingleton<DutyWatch>().AddHostedService(provider => provider.GetRequiredService<DutyWatch>());

    private static IServiceCollection AddTheming(this IServiceCollection services)
    {
        services.Configure<RouteOptions>(routes => routes.ConstraintMap["culture"] = typeof(CultureConstraint));
        services.AddSingleton<MatcherPolicy, SiteKindPolicy>();
        return services.AddSingleton<SiteFrames>().AddSingleton<SiteRefresh>().AddSingleton<ChangedSites>()
            .AddSingleton<ChangedSitesWatch>()
            .AddHostedService(provider => provider.GetRequiredService<ChangedSitesWatch>()).AddScoped<KeepSetting>()
            .AddSingleton<PageCache>().AddSingleton<TypeTemplates>().AddScoped<SiteLinks>().AddPosters();
    }
}
