using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DpkoBot.Turns;

public static class TurnsSetup
{
    /// <summary>Everything that a front door needs to hand its activities to <see cref="TurnHandler"/>.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddOptions<ConversationOptions>()
            .BindConfiguration(ConversationOptions.Section)
            .Validate(
                options => options.IdleMinutes is >= 1 and <= 10_080,
                "Conversation:IdleMinutes must be from 1 to 10080 (a week): a conversation is forgotten after so many minutes without a turn.")
            .Validate(
                options => options.MaxConversations is >= 1 and <= 1_000_000,
                "Conversation:MaxConversations must be from 1 to 1000000: so many conversations are remembered at once.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new AnswerEngine(provider.GetRequiredService<KnowledgeBase>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConversationStore>();
        services.AddSingleton(provider => new TurnHandler(
            provider.GetRequiredService<AnswerEngine>(), provider.GetRequiredService<ConversationStore>(), provider.GetService<ReplyGiven>()));
        services.AddSingleton<FirstQuestions>();
        services.TryAddSingleton<HandleTurn>(provider => provider.GetRequiredService<TurnHandler>().HandleAsync);
        return services;
    }
}
