using System.Collections.Immutable;
using DpkoBot.Commands.Authoring;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Commands.Exchange;

/// <summary>Turns the knowledge's free topics into pairs.</summary>
internal static class ExportedTopics
{
    /// <summary>QnA Maker takes no more wordings of a question than some hundreds; these are spread over all.</summary>
    private const int MaxWordings = 100;

    public static PairFile Of(KnowledgeBase knowledge, LanguagePack pack)
    {
        var pairs = ImmutableArray.CreateBuilder<QnaPair>();
        var (withSlots, unsaid, former) = (0, 0, 0);
        foreach (var topic in pack.Topics.Values.OrderBy(t => t.Property, StringComparer.Ordinal))
        {
            var subject = knowledge.Subjects[topic.Property];
            var fact = subject.Facts.First(f => knowledge.Ontology.Properties[f.Property].Kind is PropertyKind.Topic && (f.Until is null || subject.Facts.All(o => o.Until is not null)));
            var plain = topic.Sentences.Where(s => s.Slots.IsEmpty).ToList();
            var wordings = plain.SelectMany(s => s.Expand(MaxWordings)).Distinct().Where(w => w != SubjectFiles.AsSentence(topic.Question)).ToList();
            withSlots += topic.Sentences.Length - plain.Count;
            unsaid += Math.Max(0, (int)Math.Min(plain.Sum(s => (double)s.Count), int.MaxValue) - Math.Min(wordings.Count + 1, MaxWordings));
            former += subject.Facts.Length - 1;
            pairs.Add(new QnaPair
            {
                Questions = [topic.Question, .. wordings.Take(MaxWordings - 1)],
                Answer = pack.Subjects[topic.Property].Texts[(fact.Value as FactValue.Wording)?.Key ?? fact.Property],
                Source = knowledge.Sources[fact.Source].Title,
                Id = topic.Property,
            });
        }

        return new PairFile(pairs.ToImmutable(), [.. Losses.Tell(
            (withSlots, "sentences hold a slot such as {mission}; they were left out"),
            (unsaid, $"wordings were left out: no more than {MaxWordings} are written for a question"),
            (pack.Topics.Values.Sum(t => t.FollowUps.Length), "follow-ups were left out"),
            (former, "answers that no longer hold were left out"),
            (knowledge.Subjects.Count - pack.Topics.Count, "subjects have facts, which are no pairs of questions and answers; they were left out"))]);
    }
}
