using DpkoBot.Core.Knowledge;

namespace DpkoBot.Operations;

internal static class KnowledgeSetup
{
    public const string Setting = "Knowledge:Folder";

    /// <summary>Loads the knowledge once; <see cref="StartupCheck"/> stops the host unless it is good.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(provider => Load(provider.GetRequiredService<IConfiguration>()[Setting]));
        services.AddSingleton(provider => provider.GetRequiredService<KnowledgeLoadResult>().Knowledge
            ?? throw new InvalidOperationException("The knowledge is not usable."));
        return services;
    }

    /// <summary>Loads the folder that the setting names.</summary>
    public static KnowledgeLoadResult Load(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return Unusable(Setting, "the setting is empty; it names the folder with the knowledge, such as \"knowledge\".");
        }

        // The knowledge is copied beside the program, which can be started from anywhere.
        var folder = Path.GetFullPath(setting, AppContext.BaseDirectory);
        return Directory.Exists(folder)
            ? KnowledgeLoader.Load(folder)
            : Unusable(setting, $"there is no such folder; the setting {Setting} names it, relative to the program's own folder.");
    }

    private static KnowledgeLoadResult Unusable(string file, string message) => new(null, [new Diagnostic(file, 0, message)]);
}
