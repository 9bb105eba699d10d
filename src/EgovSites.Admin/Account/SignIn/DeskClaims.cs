using System.Security.Claims;
using EgovSites.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Account.SignIn;

/// <summary>Puts the editor's language into the session, so that no page asks the database for it.</summary>
public sealed class DeskClaims(UserManager<Editor> editors, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Editor>(editors, options)
{
    public const string Culture = "culture";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Editor user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Culture, user.Culture));
        return identity;
    }
}
