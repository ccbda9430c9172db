namespace DpkoBot.Operations.Redis;

/// <summary>Looks every second whether Redis is there, so that it is noticed soon when it goes and when it comes back.</summary>
internal sealed class RedisWatch(RedisConnection redis, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do
        {
            await redis.PingAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
