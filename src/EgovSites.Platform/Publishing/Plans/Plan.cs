namespace EgovSites.Platform.Publishing.Plans;

/// <summary>
/// When a translation becomes public by itself, and when it leaves again; null where nothing is planned.
/// </summary>
public sealed record Plan(DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt);
