using System.Collections.Concurrent;
using DpkoBot.Activities;
using DpkoBot.DirectLine;
using DpkoBot.Turns;

namespace DpkoBot.Tests.Support;

/// <summary>Stands in for the bot behind Direct Line: it greets, repeats what is said, and fails or lingers when told to.</summary>
internal sealed class FakeBot
{
    public const string Greeting = "Welcome.";

    public ConcurrentQueue<Activity> Received { get; } = new();

    public Func<Activity, CancellationToken, Task>? Before { get; set; }

    public bool TypesFirst { get; set; }

    public TurnDelegate Turn => async (activity, cancellationToken) =>
    {
        Received.Enqueue(activity);
        await (Before?.Invoke(activity, cancellationToken) ?? Task.CompletedTask);
        return activity.Type switch
        {
            ActivityTypes.ConversationUpdate => new TurnResult([activity.CreateReply() with { Text = Greeting }]),
            ActivityTypes.Message when TypesFirst => new TurnResult([activity.CreateReply("typing"), Echo(activity)]),
            ActivityTypes.Message => new TurnResult([Echo(activity)]),
            _ => TurnResult.Quiet,
        };
    };

    private static Activity Echo(Activity activity) => activity.CreateReply() with { Text = "You said: " + activity.Text };
}
