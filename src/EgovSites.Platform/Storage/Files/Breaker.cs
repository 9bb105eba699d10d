namespace EgovSites.Platform.Storage.Files;

/// <summary>
/// Stops asking a store that failed several times in a row, for a while: nobody then waits for what will not come.
/// </summary>
internal sealed class Breaker(TimeSpan pause, TimeProvider time)
{
    private const int Enough = 3;

    private int _failures;
    private long _lastFailure;

    public bool IsOpen =>
        Volatile.Read(ref _failures) >= Enough && time.GetElapsedTime(Interlocked.Read(ref _lastFailure)) < pause;

    public void Succeeded() => Interlocked.Exchange(ref _failures, 0);

    public void Failed()
    {
        Interlocked.Exchange(ref _lastFailure, time.GetTimestamp());
        Interlocked.Increment(ref _failures);
    }
}
