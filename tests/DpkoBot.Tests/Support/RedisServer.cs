using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace DpkoBot.Tests.Support;

/// <summary>A Redis of the test's own, which can be stopped and started. Where none is installed the test says so and is skipped.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly int port = FreePort();
    private Process? process;

    /// <summary>What a host is given to find it.</summary>
    public string Setting => $"127.0.0.1:{port}";

    public static async Task<RedisServer> StartedAsync()
    {
        var isRequired = Environment.GetEnvironmentVariable("DPKOBOT_REQUIRE_REDIS") == "1";
        Assert.SkipUnless(isRequired || IsInstalled, "There is no redis-server on this machine. Debian has it as the package redis-server.");
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // It writes little, but what nobody reads would stop it in the end.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("The Redis server did not start.");
    }

    /// <summary>Kills it with all that it has.</summary>
    public void Stop()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    /// <summary>Everything that is in it, keys and values, as text.</summary>
    public async Task<string> DumpAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Setting);
        var database = connection.GetDatabase();
        var text = new StringWriter();
        await foreach (var key in connection.GetServer(Setting).KeysAsync())
        {
            await text.WriteLineAsync(key.ToString());
            switch (await database.KeyTypeAsync(key))
            {
                case RedisType.String:
                    await text.WriteLineAsync(await database.StringGetAsync(key));
                    break;
                case RedisType.List:
                    await text.WriteLineAsync(string.Join('\n', await database.ListRangeAsync(key)));
                    break;
                case RedisType.Hash:
                    await text.WriteLineAsync(string.Join('\n', await database.HashGetAllAsync(key)));
                    break;
                case RedisType.Stream:
                    await text.WriteLineAsync(string.Join('\n', (await database.StreamRangeAsync(key)).SelectMany(entry => entry.Values)));
                    break;
                default:
                    throw new InvalidOperationException($"{key} is of a kind that this test does not read.");
            }
        }

        return text.ToString();
    }

    public async Task<IReadOnlyList<string>> KeysWithoutEndAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Setting);
        var found = new List<string>();
        await foreach (var key in connection.GetServer(Setting).KeysAsync())
        {
            if (await connection.GetDatabase().KeyTimeToLiveAsync(key) is null)
            {
                found.Add(key.ToString());
            }
        }

        return found;
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "redis-server")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
