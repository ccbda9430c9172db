using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Turns;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DpkoBot.Tests.Support;

/// <summary>The whole bot in the test's process, in Development unless told otherwise.</summary>
public sealed class BotHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = [];
    private readonly List<Action<IServiceCollection>> replacements = [];
    private string environment = Environments.Development;

    public RecordedLog Log { get; } = new();

    public ConversationStore Conversations => Services.GetRequiredService<ConversationStore>();

    public BotHost In(string otherEnvironment)
    {
        environment = otherEnvironment;
        return this;
    }

    public BotHost With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    public BotHost With(TimeProvider time) => Replacing(time);

    /// <summary>Puts this in the place of what the host would use.</summary>
    public BotHost Replacing<T>(T replacement)
        where T : class
    {
        replacements.Add(services => services.AddSingleton(replacement));
        return this;
    }

    public BotHost Configuring(Action<IServiceCollection> configure)
    {
        replacements.Add(configure);
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            // To train a recognizer takes seconds, and one of the same knowledge is like another.
            services.AddSingleton<Func<KnowledgeBase, AnswerEngine>>(TrainedEngines.For);
            replacements.ForEach(replace => replace(services));
        });
    }
}
