namespace DpkoBot.Turns;

public static class TurnsSetup
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<TurnHandler>();
        return services;
    }
}
