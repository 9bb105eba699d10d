namespace EgovSites.Platform.Publishing.Duties;

/// <summary>
/// "This site has something to do at that moment": written by the PostgreSQL tables themselves, in the transaction that
/// makes the duty, so that one question tells a host which of thousands of sites to look at. On SQLite each file is
/// asked instead.
/// </summary>
public sealed class DutyNote
{
    public long Id { get; init; }

    public required string TenantId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>True when a plan is due, false when the outbox has rows.</summary>
    public required bool IsPlan { get; init; }
}
