using EgovSites.Admin.Content;
using EgovSites.Admin.Desk;
using EgovSites.Admin.Editing;
using EgovSites.Admin.HomeBlocks;
using EgovSites.Admin.Layouts;
using EgovSites.Admin.Menu;
using EgovSites.Admin.Palette;
using EgovSites.Admin.Redirects;
using EgovSites.Admin.Reviewing;
using EgovSites.Admin.SignIn;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

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
            // Never set here, but the stamp validator signs out of it too, and throws when it is not known.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = DeskSession.CheckEvery);
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = FormCookie;
            options.Cookie.Path = DeskSession.Path;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // A new item is edited on the same page as an old one. Afterwards, because AddRazorPages begins with empty conventions.
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.AddPageRoute("/Editing/Edit", EditModel.NewRoute));
        return services.AddScoped<MediaPosts>().AddScoped<PressedButton>().AddScoped<IDeskPanel, FlowPanel>().AddSingleton<Moments>().AddContentLists().AddReviewing().AddPalette().AddMenu().AddHomeBlocks().AddRedirectsDesk().AddScoped<PasswordCheck>().AddScoped<RedeemInvitation>().AddDeskMenu();
    }
}
