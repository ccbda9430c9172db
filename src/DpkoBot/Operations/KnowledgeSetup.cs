using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Operations.Reloading;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DpkoBot.Operations;

internal static class KnowledgeSetup
{
    public const string Setting = "Knowledge:Folder";

    /// <summary>Loads the knowledge, and again when it changes; <see cref="StartupCheck"/> stops the host unless it is good at first.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddOptions<KnowledgeOptions>()
            .BindConfiguration(KnowledgeOptions.Section)
            .Validate(
                options => options.CheckSeconds is >= 0 and <= 86_400,
                "Knowledge:CheckSeconds must be from 0 to 86400: so often it is looked whether the knowledge changed, and with 0 never.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Func<KnowledgeBase, AnswerEngine>>(knowledge => new AnswerEngine(knowledge));
        services.AddSingleton<KnowledgeFiles>();
        services.AddSingleton(provider => provider.GetRequiredService<KnowledgeFiles>().Load());
        services.AddSingleton<KnowledgeInService>();
        services.AddSingleton<KnowledgeReload>();
        services.AddHostedService(provider => provider.GetRequiredService<KnowledgeReload>());
        services.AddHealthChecks().AddCheck<KnowledgeHealth>("knowledge");
        return services;
    }

    /// <summary>Loads the folder that the setting names.</summary>
    public static KnowledgeLoadResult Load(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return Unusable(Setting, "the setting is empty; it names the folder with the knowledge, such as \"knowledge\".");
        }

        var folder = PathOf(setting);
        return Directory.Exists(folder)
            ? KnowledgeLoader.Load(folder)
            : Unusable(setting, $"there is no such folder; the setting {Setting} names it, relative to the program's own folder.");
    }

    /// <summary>The knowledge is copied beside the program, which can be started from anywhere.</summary>
    public static string PathOf(string setting) => Path.GetFullPath(setting, AppContext.BaseDirectory);

    private static KnowledgeLoadResult Unusable(string file, string message) => new(null, [new Diagnostic(file, 0, message)]);
}
