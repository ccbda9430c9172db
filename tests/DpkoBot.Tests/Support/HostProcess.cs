using System.Diagnostics;

namespace DpkoBot.Tests.Support;

/// <summary>The bot as a program of its own, for what only a start shows.</summary>
internal static class HostProcess
{
    /// <summary>Runs it to its end, which is soon, because it is expected not to start.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start([], arguments);
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeLimit.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeLimit.Token);
            var errors = process.StandardError.ReadToEndAsync(timeLimit.Token);
            await process.WaitForExitAsync(timeLimit.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill();
        }
    }

    public static Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DpkoBot.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Anywhere but beside the program: its files are found all the same.
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
