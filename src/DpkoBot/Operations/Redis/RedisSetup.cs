using DpkoBot.Operations.Limits;
using DpkoBot.Operations.Privacy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace DpkoBot.Operations.Redis;

/// <summary>One setting, <c>ConnectionStrings:Redis</c>, and several hosts behave as one. Without it all is in memory.</summary>
internal static class RedisSetup
{
    public const string Setting = "ConnectionStrings:Redis";

    public static void AddRedis(this WebApplicationBuilder builder)
    {
        if (!IsConfigured(builder.Configuration))
        {
            return;
        }

        var services = builder.Services;
        services.AddSingleton(provider => new RedisConnection(
            provider.GetRequiredService<IConfiguration>()[Setting]!, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisConnection>>()));
        services.AddSingleton<RedisLocks>();
        services.AddSingleton<RedisWindows>();
        services.AddSingleton<RedisProtection>();
        services.AddSingleton<IdHashes>();
        services.AddSingleton<IWindowLimiters, RedisWindowLimiters>();
        services.AddSingleton<RedisKeyRing>();
        // Before all that needs its keys when Redis is back.
        services.AddHostedService(provider => provider.GetRequiredService<RedisKeyRing>());
        services.AddHostedService<RedisWatch>();
        services.AddHealthChecks().AddCheck<RedisHealth>("redis");
        // What users said is in Redis only as long as it must be, and only in a form that these keys read.
        services.AddDataProtection().SetApplicationName("DpkoBot");
        services.AddOptions<KeyManagementOptions>().Configure<RedisKeyRing>((keys, ring) => keys.XmlRepository = ring);
    }

    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Setting]);

    /// <returns>What is wrong with the setting, or null.</returns>
    public static string? FaultOf(IConfiguration configuration)
    {
        try
        {
            return !IsConfigured(configuration) || RedisConnection.Read(configuration[Setting]!).EndPoints.Count > 0 ? null : Sentence;
        }
        catch (ArgumentException)
        {
            return Sentence;
        }
    }

    private static string Sentence => $"{Setting} must be an address of Redis such as localhost:6379,password=..., or empty: then all is kept in memory.";
}
