using System.Collections.Concurrent;
using System.Globalization;

namespace DpkoBot.Benchmarks.Load;

/// <summary>What came of the messages of a load run.</summary>
internal sealed class LoadCounts
{
    private readonly ConcurrentQueue<double> milliseconds = new();
    private readonly ConcurrentDictionary<string, int> failures = new();
    private long sent;
    private long answered;
    private long conversations;

    public void Started() => Interlocked.Increment(ref conversations);

    public void Sent() => Interlocked.Increment(ref sent);

    public void Answered(TimeSpan after)
    {
        Interlocked.Increment(ref answered);
        milliseconds.Enqueue(after.TotalMilliseconds);
    }

    /// <summary>Something that must not happen: lost, doubled, misordered, or an error that was not provoked.</summary>
    public void Failed(string what) => failures.AddOrUpdate(what, 1, (_, count) => count + 1);

    public bool IsClean => failures.IsEmpty;

    public string Line(TimeSpan elapsed, IEnumerable<int> processes)
    {
        var times = milliseconds.ToArray();
        Array.Sort(times);
        string At(double share) => times.Length == 0 ? "-" : times[(int)(share * (times.Length - 1))].ToString("0.0", CultureInfo.InvariantCulture);
        var memory = string.Join(" ", processes.Select(process => $"{ResidentMegabytes(process)} MB"));
        var failed = failures.IsEmpty ? "none" : string.Join(", ", failures.Select(failure => $"{failure.Key} {failure.Value}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{elapsed:mm\\:ss}  chats {conversations}  sent {sent}  answered {answered}  {answered / elapsed.TotalSeconds:0.0}/s  ms: median {At(0.5)} 99% {At(0.99)} max {At(1)}  resident {memory}  failures: {failed}");
    }

    private static long ResidentMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith("VmRSS", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
