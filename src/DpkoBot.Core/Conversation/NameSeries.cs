using System.Collections.Frozen;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;
using DpkoBot.Core.Recognition.Times;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Subjects whose names differ in a Roman number alone, such as the three UN Angola Verification Missions.</summary>
internal sealed class NameSeries
{
    private static readonly string[] Numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

    private readonly NumberReader numbers;
    private readonly FrozenDictionary<string, string> stems;
    private readonly FrozenDictionary<(string Stem, int Number), string> members;

    public NameSeries(LanguagePack pack)
    {
        numbers = new NumberReader(pack.Rules);
        var numbered = pack.Subjects
            .Where(s => s.Value.Acronym is not null)
            .Select(s => (Id: s.Key, Words: Utterance.Parse(s.Value.Acronym!).Tokens.Select(t => t.Text).ToArray()))
            .Where(s => s.Words.Length > 1 && Numerals.Contains(s.Words[^1]))
            .Select(s => (s.Id, Stem: string.Join(' ', s.Words[..^1]), Number: Array.IndexOf(Numerals, s.Words[^1]) + 1))
            .DistinctBy(s => (s.Stem, s.Number))
            .ToList();
        stems = numbered.ToFrozenDictionary(s => s.Id, s => s.Stem);
        members = numbered.ToFrozenDictionary(s => (s.Stem, s.Number), s => s.Id);
    }

    /// <summary>The number that an utterance asks for, if it says nothing else.</summary>
    public int? Number(AnnotatedUtterance utterance, Func<string, bool> saysNothing)
    {
        var found = numbers.Read(string.Join(' ', utterance.Tokens.Select(t => t.Text)), utterance.Tokens).Where(n => n.IsOrdinal || !saysNothing(utterance.Tokens[n.First].Text)).ToList();
        return found is [{ Value: >= 1 and <= 10 } number] && utterance.Tokens.Where((t, i) => i < number.First || i >= number.First + number.Count).All(t => saysNothing(t.Text))
            ? (int)number.Value
            : null;
    }

    /// <summary>The member of a subject's series with a number.</summary>
    public string? Other(string subject, int number) => stems.TryGetValue(subject, out var stem) && members.TryGetValue((stem, number), out var other) && other != subject ? other : null;
}
