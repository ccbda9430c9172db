using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition.Classification;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition;

/// <summary>
/// Tells what is meant where no name is used: "does anyone check whether a mission is on the way to its mandate" means the area of
/// evaluation. A linear classifier on the words of the names, for the types that stand for something else.
/// </summary>
internal sealed class SubjectGuesser
{
    /// <summary>How far the best guess must lie before the next.</summary>
    private const float MinLead = 0.4f;

    private readonly FrozenDictionary<string, (FeatureExtractor Features, LinearModel Model, ImmutableArray<string> Subjects)> byType;
    private readonly LanguageRules rules;

    private SubjectGuesser(FrozenDictionary<string, (FeatureExtractor, LinearModel, ImmutableArray<string>)> byType, LanguageRules rules)
    {
        this.byType = byType;
        this.rules = rules;
    }

    public static SubjectGuesser Train(KnowledgeBase knowledge, LanguagePack pack, FrozenDictionary<string, string> groups, FrozenSet<string> ordinary)
    {
        var types = knowledge.Ontology.Properties.Values.Where(p => p.StandsFor).SelectMany(p => p.Of).Distinct();
        return new SubjectGuesser(types.ToFrozenDictionary(t => t, t => TrainType(t, knowledge, pack, groups, ordinary)), pack.Rules);
    }

    /// <summary>The subject that the words mean, if one of them leads clearly.</summary>
    public string? Guess(IReadOnlyList<string> words, string type)
    {
        if (!byType.TryGetValue(type, out var trained))
        {
            return null;
        }

        var vector = trained.Features.Extract([.. words.Where(w => !rules.IsEmptyWord(w))]);
        var margins = trained.Model.Margins(vector).Select((m, i) => (Margin: m, Index: i)).OrderByDescending(m => m.Margin).ThenBy(m => m.Index).ToList();
        return vector.Indices.Length > 0 && (margins.Count == 1 || margins[0].Margin - margins[1].Margin >= MinLead)
            ? trained.Subjects[margins[0].Index]
            : null;
    }

    private static (FeatureExtractor Features, LinearModel Model, ImmutableArray<string> Subjects) TrainType(
        string type, KnowledgeBase knowledge, LanguagePack pack, FrozenDictionary<string, string> groups, FrozenSet<string> ordinary)
    {
        ImmutableArray<string> subjects = [.. pack.Subjects.Keys.Where(s => knowledge.Subjects[s].Type == type).Order(StringComparer.Ordinal)];
        var names = subjects.SelectMany((s, i) => pack.Subjects[s].Aliases.Append(pack.Subjects[s].Name).Select(n => (Words: Content(n, pack.Rules), Class: i)))
            .Where(n => n.Words.Length > 0)
            .ToList();
        var features = new FeatureExtractor(groups, ordinary, FeatureRecipe.Annotated);
        var vectors = features.Fit(names.ConvertAll(n => n.Words));
        return (features, LinearModel.Train(vectors, names.ConvertAll(n => n.Class), features.Count, subjects.Length), subjects);
    }

    private static ImmutableArray<string> Content(string name, LanguageRules rules) =>
        [.. Utterance.Parse(name).Tokens.Select(t => t.Text).Where(w => !rules.IsEmptyWord(w))];
}
