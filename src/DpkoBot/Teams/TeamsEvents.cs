using System.Text.Json;
using DpkoBot.Activities;

namespace DpkoBot.Teams;

/// <summary>Puts what Teams tells in its own way into the words of the other channels, which the turns understand.</summary>
internal static class TeamsEvents
{
    private const string Personal = "personal";

    public static Activity AsElsewhere(Activity activity) => WithLocale(activity) switch
    {
        // Not "add-upgrade" and "remove-upgrade": a new version of the app is nothing to be welcomed to.
        { Type: ActivityTypes.InstallationUpdate, Action: "add" } added => SomebodyCame(added),
        { Type: ActivityTypes.InstallationUpdate, Action: "remove" } removed => removed with { Type = ActivityTypes.EndOfConversation },
        { Type: ActivityTypes.ConversationUpdate } update => AsElsewhereUpdate(update),
        var other => other,
    };

    private static Activity AsElsewhereUpdate(Activity update)
    {
        if (HasBot(update, update.MembersRemoved))
        {
            return update with { Type = ActivityTypes.EndOfConversation };
        }

        if (update.MembersAdded is not { Count: > 0 })
        {
            return update;
        }

        // A team is welcomed when the bot joins it, and not again with each of its new members.
        return IsPersonal(update) || HasBot(update, update.MembersAdded) ? SomebodyCame(update) : update with { MembersAdded = [] };
    }

    private static Activity SomebodyCame(Activity activity) => activity with
    {
        Type = ActivityTypes.ConversationUpdate,
        MembersAdded = [activity.From is { Id.Length: > 0 } ? activity.From : new ChannelAccount { Id = "somebody" }],
    };

    public static bool IsPersonal(Activity activity) => (activity.Conversation?.ConversationType ?? Personal) == Personal;

    private static bool HasBot(Activity activity, IReadOnlyList<ChannelAccount>? members) =>
        members?.Any(member => member?.Id is { } id && id == activity.Recipient?.Id) ?? false;

    // Some of Teams' activities tell the language only there.
    private static Activity WithLocale(Activity activity) => string.IsNullOrEmpty(activity.Locale)
        && activity.Entities?.FirstOrDefault(entity => entity?.Type == "clientInfo")?.Extra is { } client
        && client.TryGetValue("locale", out var locale)
        && locale.ValueKind == JsonValueKind.String
            ? activity with { Locale = locale.GetString() }
            : activity;
}
