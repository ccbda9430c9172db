using System.Collections.Immutable;
using DpkoBot.Core.Conversation;

namespace DpkoBot.Commands.Evaluation;

/// <summary>A file of utterances with the replies that they should get.</summary>
/// <param name="Path">The file's path, as it was given.</param>
/// <param name="Language">The language of all its utterances, as a BCP 47 tag.</param>
/// <param name="Floor">The percentage of the cases that must pass, if the file asks for any.</param>
/// <param name="MaxFalse">The percentage of the cases that may be answered with what is not right, if the file limits it.</param>
/// <param name="Cases">The cases; at least one.</param>
internal sealed record UtteranceFile(string Path, string Language, double? Floor, double? MaxFalse, ImmutableArray<UtteranceCase> Cases);

/// <summary>A conversation of one or more turns, judged by the last reply.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Kind">The group that it is counted in, such as <c>typo</c>.</param>
/// <param name="Turns">What the user says.</param>
/// <param name="Expected">The right reply.</param>
internal sealed record UtteranceCase(int Line, string Kind, ImmutableArray<string> Turns, Expectation Expected);

/// <summary>Which replies are right.</summary>
internal abstract record Expectation
{
    public abstract Verdict Judge(BotReply reply);

    /// <summary>An answer to one of the topics, or to all of them.</summary>
    public sealed record Topics(ImmutableArray<string> Ids, bool All) : Expectation
    {
        /// <summary>Stands for the comparison of any subjects.</summary>
        public const string Comparison = "compare";

        public override Verdict Judge(BotReply reply)
        {
            var answered = Ids.Count(id => reply.Topics.Any(topic => IsFor(id, topic)));
            return reply.Outcome is not Outcome.Answer ? Verdict.Silent
                : answered == 0 ? Verdict.Wrong
                : answered < Ids.Length && All ? Verdict.Silent
                : Verdict.Passed;
        }

        public override string ToString() => string.Join(All ? " and " : " or ", Ids);

        private static bool IsFor(string expected, string topic) =>
            expected == Comparison ? topic.EndsWith($"/{Comparison}", StringComparison.Ordinal) : topic == expected;
    }

    /// <summary>Any reply: of what users asked nobody has said yet what is right.</summary>
    public sealed record Anything : Expectation
    {
        public override Verdict Judge(BotReply reply) => Verdict.Passed;

        public override string ToString() => "any reply";
    }

    /// <summary>One of the outcomes, whatever the reply says.</summary>
    public sealed record Outcomes(ImmutableArray<Outcome> Any) : Expectation
    {
        public override Verdict Judge(BotReply reply) =>
            Any.Contains(reply.Outcome) ? Verdict.Passed
            : reply.Outcome is Outcome.Answer ? Verdict.False
            : Verdict.Other;

        public override string ToString() => string.Join(" or ", Any.Select(Commands.Outcomes.NameOf));
    }
}

/// <summary>What a reply was worth.</summary>
internal enum Verdict
{
    /// <summary>It was right.</summary>
    Passed,

    /// <summary>Another question was answered than the one that was asked.</summary>
    Wrong,

    /// <summary>A question, or a part of it, was not answered.</summary>
    Silent,

    /// <summary>Something was answered that should not have been.</summary>
    False,

    /// <summary>It was rightly not answered, but with another outcome than expected.</summary>
    Other,
}
