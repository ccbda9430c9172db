using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DpkoBot.BrowserTests;

/// <summary>The whole bot in the test's process, listening on a free port of this machine, as it does in production.</summary>
internal sealed class ListeningHost : WebApplicationFactory<Program>
{
    private readonly TimeProvider time;

    public ListeningHost(TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        UseKestrel(0);
        StartServer();
    }

    public string Address => ClientOptions.BaseAddress.ToString();

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment(Environments.Production)
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureTestServices(services => services.AddSingleton(time));
}
