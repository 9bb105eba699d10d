using System.Collections.Concurrent;
using EgovSites.Platform.Auditing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EgovSites.Tests.Platform.Auditing;

/// <summary>Keeps the lines of the security log, field by field.</summary>
internal sealed class LogRecorder : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _lines = [];

    /// <summary>The lines since the last call.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Take()
    {
        var taken = new List<IReadOnlyDictionary<string, string>>();
        while (_lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }

    public void AddTo(IServiceCollection services) =>
        services.AddSingleton<ILoggerProvider>(this)
            .AddLogging(logging => logging.AddFilter(SecurityLog.Category, LogLevel.Information));

    public ILogger CreateLogger(string categoryName) =>
        categoryName == SecurityLog.Category ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(((IEnumerable<KeyValuePair<string, object?>>)state!)
            .ToDictionary(pair => pair.Key, pair => $"{pair.Value}"));

    public void Dispose()
    {
    }
}
