using System.ComponentModel.DataAnnotations;

namespace EgovSites.Platform.Accounts;

/// <summary>What is demanded of accounts.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>Whether administrators must have a second step.</summary>
    public bool RequireSecondStep { get; set; } = true;

    /// <summary>How long an administrator may go without it, from the first visit as one.</summary>
    [Range(0, 365)]
    public int SecondStepGraceDays { get; set; } = 14;
}
