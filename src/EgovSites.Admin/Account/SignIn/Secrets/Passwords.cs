using EgovSites.Platform.Content;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.Account.SignIn.Secrets;

/// <summary>
/// The rules of passwords: long, not among those tried first, not made of the person's own names. No signs are
/// demanded.
/// </summary>
public static class Passwords
{
    public const int MinLength = 12;

    /// <summary>Hashing a book would keep a processor busy.</summary>
    public const int MaxLength = 128;

    /// <summary>After so many wrong tries from all addresses together the account is closed for a while.</summary>
    public const int Tries = 20;

    /// <summary>How often a password is hashed; older hashes are made anew at the next sign-in.</summary>
    public const int Rounds = 210_000;

    /// <summary>So many letters must be left when the person's own names are taken away.</summary>
    private const int LeastOwn = 8;

    private const int ShortestName = 4;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    public static PasswordHasherOptions Hashing { get; } = new() { IterationCount = Rounds };

    /// <summary>
    /// Null for a good password, else what is wrong with it; <paramref name="personal"/> are names that must not carry
    /// it.
    /// </summary>
    public static Reason? Problem(string? password, IEnumerable<string> personal) =>
        password is not { Length: >= MinLength and <= MaxLength } ? new Reason("signIn.passwordRule", MinLength)
        : PasswordPatterns.Has(password) || CommonPasswords.Contains(password) ? new Reason("signIn.passwordCommon")
        : IsPersonal(password, personal) ? new Reason("signIn.passwordPersonal")
        : null;

    /// <summary>The names of a site that a password must not be made of.</summary>
    public static IEnumerable<string> WordsOf(Tenant tenant) =>
        [tenant.Slug, tenant.Name.Tg, tenant.Name.Ru, tenant.Name.En, tenant.Body.Tg, tenant.Body.Ru, tenant.Body.En];

    internal static void Configure(IdentityOptions options)
    {
        // The store of passkeys asks here, the tables are made by HostDbContext.
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Password = new PasswordOptions
        {
            RequiredLength = MinLength,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = Tries;
        options.Lockout.DefaultLockoutTimeSpan = LockedFor;
    }

    private static bool IsPersonal(string password, IEnumerable<string> personal)
    {
        var plain = password.ToLowerInvariant();
        var left = personal.Append("egovsites").SelectMany(Words).Distinct().OrderByDescending(word => word.Length)
            .Aggregate(plain, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return left.Length < plain.Length && left.Count(char.IsLetter) < LeastOwn;
    }

    private static IEnumerable<string> Words(string names) =>
        string.Concat(names.ToLowerInvariant().Select(letter => char.IsLetter(letter) ? letter : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestName);
}
