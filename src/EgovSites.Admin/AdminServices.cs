using EgovSites.Admin.Account.Passkeys;
using EgovSites.Admin.Account.Profile;
using EgovSites.Admin.Account.Sessions;
using EgovSites.Admin.Account.SignIn;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Admin.Account.TwoFactor;
using EgovSites.Admin.Desk;
using EgovSites.Admin.Languages;
using EgovSites.Admin.Layouts;
using EgovSites.Admin.Mail;
using EgovSites.Admin.Palette;
using EgovSites.Admin.Site.HomeBlocks;
using EgovSites.Admin.Site.Menu;
using EgovSites.Admin.Site.People;
using EgovSites.Admin.Site.Redirects;
using EgovSites.Admin.Writing.Checking;
using EgovSites.Admin.Writing.Content;
using EgovSites.Admin.Writing.Editing;
using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Admin.Writing.Reviewing;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Desk.Rights;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin;

public static class AdminServices
{
    /// <summary>Antiforgery, like the session, lives below the back office only: public pages set no cookie.</summary>
    private const string FormCookie = "egov-desk-form";

    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddIdentityCore<Editor>(Passwords.Configure)
            .AddEntityFrameworkStores<HostDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<DeskClaims>()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, DeskSession.Configure)
            .AddCookie(PendingEntry.Scheme, PendingEntry.Configure)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, PasskeyState.Configure)
            .AddCookie(KnownDevices.Scheme, KnownDevices.Configure)
            // Never set here, but the stamp validator signs out of it too, and throws when it is not known.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Rounds);
        services.Configure<SecurityStampValidatorOptions>(
            options => options.ValidationInterval = DeskSession.CheckEvery);
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<TenancyOptions>>(PasskeyState.Configure);
        services.ConfigureOptions<SecureCookies>();
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = FormCookie;
            options.Cookie.Path = DeskSession.Path;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // A new item is edited on the same page as an old one. Afterwards, because AddRazorPages begins with empty
        // conventions.
        services.PostConfigure<RazorPagesOptions>(
            options => options.Conventions.AddPageRoute("/Writing/Editing/Edit", EditModel.NewRoute));
        return services.AddEditing().AddDesk().AddEntrance().AddLetters()
            .AddTranslating().AddContentLists().AddReviewing().AddPalette().AddMenu().AddHomeBlocks().AddRedirectsDesk()
            .AddDeskMenu().AddRights(DeskRights.Rows);
    }

    private static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddScoped<MediaPosts>().AddScoped<CheckTexts>().AddScoped<PressedButton>().AddScoped<WorkingCopies>()
        .AddSingleton<Moments>();

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<IDeskPanel, FlowPanel>().AddScoped<IDeskPanel, EndingPanel>();

    private static IServiceCollection AddEntrance(this IServiceCollection services) => services
        .AddScoped<KnownDevices>().AddScoped<EntryLimits>().AddScoped<PasswordCheck>().AddScoped<PresentPassword>()
        .AddScoped<Entrance>().AddSingleton<OpenSessions>().AddScoped<PendingEntry>().AddScoped<SecondStep>()
        .AddScoped<AuthenticatorKeys>().AddScoped<RecoveryCodes>().AddScoped<AccountNotice>().AddScoped<ResetAccount>()
        .AddScoped<InvitationLetter>().AddSingleton<Offboarding>().AddScoped<LeftOpen>().AddScoped<RedeemInvitation>();

    private static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton<DeskLetters>().AddSingleton<IOutboxHandler, ReviewLetters>()
        .AddSingleton<IOutboxHandler, PlanLetters>();
}
