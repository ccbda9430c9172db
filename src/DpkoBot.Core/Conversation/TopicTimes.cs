using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition.Times;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Conversation;

/// <summary>Of which times the written answers tell: those that they name.</summary>
internal sealed class TopicTimes
{
    // Written answers name their times in full, so that it does not matter what day it is.
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    private readonly FrozenDictionary<string, ImmutableArray<TimeMention>> times;

    public TopicTimes(LanguagePack pack)
    {
        var reader = new TimeReader(pack.Rules);
        times = pack.Topics.Keys.ToFrozenDictionary(t => t, t => pack.Subjects[t].Texts.Values.SelectMany(text => reader.Read(text, Utterance.Parse(text).Tokens, AnyDay)).ToImmutableArray());
    }

    /// <summary>Whether an answer tells of a time.</summary>
    public bool Tell(string topic, Period time) => times[topic].Any(t => time.Overlaps(t.Start, t.End));
}
