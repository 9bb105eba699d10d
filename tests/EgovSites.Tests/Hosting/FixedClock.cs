namespace EgovSites.Tests.Hosting;

/// <summary>A clock that stands still until a test moves it; waiting (timers, delays) stays real.</summary>
public sealed class FixedClock : TimeProvider
{
    /// <summary>Friday, 20 November 2026, 12:00 in Dushanbe.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    private long _offset;

    public override DateTimeOffset GetUtcNow() => Start + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
