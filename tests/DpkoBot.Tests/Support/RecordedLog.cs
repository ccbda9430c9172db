using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DpkoBot.Tests.Support;

/// <summary>Keeps every log message of a host, with its exception.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, int EventId, string Text)> entries = new();

    public IReadOnlyCollection<(LogLevel Level, int EventId, string Text)> Entries => entries;

    public ILogger CreateLogger(string categoryName) => new Logger(entries);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, int EventId, string Text)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
    }
}
