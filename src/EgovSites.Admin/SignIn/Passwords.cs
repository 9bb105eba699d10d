using Microsoft.AspNetCore.Identity;

namespace EgovSites.Admin.SignIn;

/// <summary>The rules of passwords: length and no others, for rules make people write them down.</summary>
public static class Passwords
{
    public const int MinLength = 12;

    /// <summary>Hashing a book would keep a processor busy.</summary>
    public const int MaxLength = 128;

    /// <summary>After so many wrong tries from all addresses together the account is closed for a while.</summary>
    public const int Tries = 20;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    public static bool IsGood(string? password) => password is { Length: >= MinLength and <= MaxLength };

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
}
