using DpkoBot.Turns;

namespace DpkoBot.Teams;

public static class TeamsSetup
{
    /// <summary>Puts what only Teams has around the turns. Activities of other channels pass through it untouched.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddSingleton<MessageExtension>();
        services.AddSingleton<TeamsTurns>();
        services.AddSingleton<HandleTurn>(provider => provider.GetRequiredService<TeamsTurns>().HandleAsync);
        return services;
    }
}
