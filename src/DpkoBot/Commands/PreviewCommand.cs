using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Operations.Reloading;
using DpkoBot.Operations.Telemetry;
using DpkoBot.Teams;
using DpkoBot.Turns;

namespace DpkoBot.Commands;

/// <summary>Shows the activities that a channel would get.</summary>
internal static class PreviewCommand
{
    public static Command Create(Terminal terminal, Func<KnowledgeBase, AnswerEngine> train)
    {
        var questions = new Argument<string[]>("question")
        {
            Description = "The question, in quotes. Several are one conversation.",
            Arity = ArgumentArity.OneOrMore,
        };
        questions.RejectOptions();
        var channel = new Option<string>("--channel")
        {
            Description = "The channel: " + string.Join(", ", ChannelFeatures.KnownChannels) + ".",
            HelpName = "ID",
            DefaultValueFactory = _ => ChannelIds.WebChat,
        };
        channel.AcceptOnlyFromAmong([.. ChannelFeatures.KnownChannels]);
        var (locale, knowledge) = (ReplyView.LocaleOption(), KnowledgeFolder.Option());
        var command = new Command("preview", "Shows the activities, as JSON, that a channel would get in answer to a question.")
        {
            questions, channel, locale, knowledge,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, train, parsed.GetRequiredValue(questions), parsed.GetRequiredValue(channel), parsed.GetValue(locale), parsed.GetValue(knowledge), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, Func<KnowledgeBase, AnswerEngine> train, string[] questions, string channel, string? locale, string? folder, CancellationToken cancellationToken)
    {
        if (KnowledgeFolder.LoadOrTell(folder, terminal) is not { } knowledge)
        {
            return ExitCode.Failed;
        }

        await using var services = new ServiceCollection()
            .AddMetrics()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(new KnowledgeInService(new KnowledgeLoadResult(knowledge, []), train))
            .AddSingleton<BotMetrics>()
            .AddTurns()
            .AddTeams()
            .BuildServiceProvider();
        var turn = services.GetRequiredService<HandleTurn>();
        for (var number = 1; number <= questions.Length; number++)
        {
            var result = await turn(Asked(questions[number - 1], number, channel, locale), cancellationToken);
            foreach (var reply in result.Replies)
            {
                terminal.Out.WriteRawLine(Write(reply));
            }
        }

        return ExitCode.Fine;
    }

    private static Activity Asked(string question, int number, string channel, string? locale) => new()
    {
        Type = ActivityTypes.Message,
        Id = $"question-{number}",
        ChannelId = channel,
        From = new ChannelAccount { Id = "user" },
        Recipient = new ChannelAccount { Id = "bot" },
        Conversation = new ConversationAccount { Id = "preview" },
        Text = question,
        Locale = locale,
    };

    // For people to read: indented, and with its letters as they are.
    private static string Write(Activity reply)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.SerializeToElement(reply, ActivityJson.Default.Activity).WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
