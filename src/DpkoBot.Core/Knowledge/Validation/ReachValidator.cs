using DpkoBot.Core.Knowledge.Loading;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Knowledge.Validation;

/// <summary>Checks that a question can reach every subject: something is known of it, and it has a name of its own.</summary>
internal static class ReachValidator
{
    public static void Check(FactsReader facts, List<Subject> subjects)
    {
        if (!facts.AllRead)
        {
            // A subject that is written wrongly may point to it.
            return;
        }

        foreach (var subject in subjects.Where(s => s.Facts.IsEmpty))
        {
            facts.Subjects[subject.Id].Origin.Report(null, $"the subject `{subject.Id}` has no facts and none points to it, so no question can reach it; add facts or delete it.");
        }
    }

    /// <summary>Checks the names in a language; a topic has none, it is asked for with its own sentences.</summary>
    public static void CheckNames(LanguageReader language, LanguagePack pack)
    {
        var named = pack.Subjects.Where(s => !pack.Topics.ContainsKey(s.Key)).ToDictionary(s => s.Key, s => Names(s.Value).ToHashSet());
        var owners = named.SelectMany(s => s.Value.Select(n => (Name: n, Subject: s.Key))).ToLookup(n => n.Name, n => n.Subject);
        foreach (var (subject, names) in named.Where(s => s.Value.All(n => owners[n].Count() > 1)))
        {
            var others = names.SelectMany(n => owners[n]).Where(s => s != subject).Distinct().Order(StringComparer.Ordinal).Select(s => $"`{s}`");
            language.Origins[("subject", subject)].Report(null, $"all names of `{subject}` are also names of {string.Join(" and ", others)}, so no question can single it out; give it an alias of its own.");
        }
    }

    private static IEnumerable<string> Names(SubjectWording wording) =>
        wording.Aliases.Append(wording.Name).Append(wording.Phrase).Append(wording.Acronym).OfType<string>().Select(Utterance.Normalize);
}
