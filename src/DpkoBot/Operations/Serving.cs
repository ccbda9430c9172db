using System.Net.Sockets;
using DpkoBot.Operations.Redis;
using Microsoft.AspNetCore.Connections;

namespace DpkoBot.Operations;

/// <summary>Starts the host, or says in plain words why it does not start.</summary>
internal static class Serving
{
    /// <summary>
    /// Keeps the framework from writing a stack trace for a start that fails, which <see cref="ServeAsync"/> tells in a
    /// sentence. Once the host is up, the same source writes as ever.
    /// </summary>
    public static void KeepFailedStartsShort(this WebApplicationBuilder builder)
    {
        var phase = new Phase();
        builder.Services.AddSingleton(phase);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => phase.IsUp && level >= LogLevel.Information);
    }

    /// <summary>Serves until the host is stopped.</summary>
    /// <returns>The exit code: 0, or 1 where the host could not start.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException)
        {
            return await FailAsync([SentenceOf(exception, app.Configuration[WebHostDefaults.ServerUrlsKey])]);
        }

        app.Services.GetRequiredService<Phase>().IsUp = true;
        Log.Started(app.Logger, BotVersion.Number, RedisSetup.IsConfigured(app.Configuration)
            ? "conversations are kept in Redis"
            : $"conversations are kept in this host's memory, bounded; with {RedisSetup.Setting} several hosts share them");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Tells the problems, one a line, to whoever started the program.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> FailAsync(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return 1;
    }

    private static string SentenceOf(Exception exception, string? addresses) => exception.InnerException is AddressInUseException
        ? $"DpkoBot cannot start on {addresses}. {exception.Message} Stop the program that listens there, or choose another address with --urls."
        : $"DpkoBot cannot start on {addresses}. {exception.Message}";

    private sealed class Phase
    {
        public bool IsUp { get; set; }
    }
}
