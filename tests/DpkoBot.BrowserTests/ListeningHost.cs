using DpkoBot.DirectLine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DpkoBot.BrowserTests;

/// <summary>The whole bot in the test's process, listening on a port of this machine, as it does in production.</summary>
internal sealed class ListeningHost : WebApplicationFactory<Program>
{
    private readonly TimeProvider time;
    private readonly TurnDelegate? bot;
    private readonly Dictionary<string, string> settings;

    /// <param name="time">Its clock; the machine's by default.</param>
    /// <param name="bot">What answers in the real bot's place.</param>
    /// <param name="settings">What differs from the settings' defaults.</param>
    /// <param name="port">Where it listens; anywhere that is free by default.</param>
    public ListeningHost(TimeProvider? time = null, TurnDelegate? bot = null, Dictionary<string, string>? settings = null, int port = 0)
    {
        this.time = time ?? TimeProvider.System;
        this.bot = bot;
        this.settings = settings ?? [];
        UseKestrel(port);
        StartServer();
    }

    public string Address => ClientOptions.BaseAddress.ToString();

    public int Port => ClientOptions.BaseAddress.Port;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production).ConfigureLogging(logging => logging.ClearProviders());
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(time);
            services.AddSingleton(_ => TrainedEngine.Knowledge);
            services.AddSingleton(_ => TrainedEngine.Default);
            if (bot is not null)
            {
                services.AddSingleton(bot);
            }
        });
    }
}
