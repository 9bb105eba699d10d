using EgovSites.Platform.Tenancy;


namespace EgovSites.Features.Feedback.Appeals;

// The last number given in a year.
public sealed class AppealCounter : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required int Year { get; init; }

    public int Last { get; set; }
}
