using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EgovSites.Tests.Platform.Auditing;

/// <summary>Keeps the program's own lines from one level up.</summary>
internal sealed class LevelRecorder(LogLevel least) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = [];

    /// <summary>The lines since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }

    public void AddTo(IServiceCollection services) =>
        services.AddLogging(logging => logging.AddFilter<LevelRecorder>("EgovSites", least).AddProvider(this));

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("EgovSites", StringComparison.Ordinal)
        ? new Lines(this)
        : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Dispose()
    {
    }

    private sealed class Lines(LevelRecorder recorder) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            recorder._lines.Enqueue(formatter(state, exception));
    }
}
