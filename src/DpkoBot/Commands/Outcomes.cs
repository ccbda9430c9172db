using DpkoBot.Core.Conversation;

namespace DpkoBot.Commands;

/// <summary>The outcomes' names, as authors write and read them.</summary>
internal static class Outcomes
{
    public static IEnumerable<string> Names => Enum.GetValues<Outcome>().Select(NameOf);

#pragma warning disable CA1308 // The names are in lower case.
    public static string NameOf(Outcome outcome) => outcome.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    public static Outcome? Find(string name) =>
        Enum.GetValues<Outcome>().Where(outcome => NameOf(outcome) == name).Select(outcome => (Outcome?)outcome).FirstOrDefault();
}
