using System.Collections.Frozen;
using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition.Classification;
using DpkoBot.Core.Text;

namespace DpkoBot.Core.Recognition;

/// <summary>Tells what an utterance in one language asks for. Immutable after training; takes no lock.</summary>
internal sealed class IntentRecognizer
{
    /// <summary>How often training looks at each sentence.</summary>
    private const int Epochs = 12;

    /// <summary>Where there are few sentences, training looks at them more often, until it has made as many steps as these</summary>
    private const int EnoughSteps = 30_000;

    /// <summary>or looked at each as often as this.</summary>
    private const int MostEpochs = 60;

    /// <summary>How much less it counts that an intent has many sentences: authors write more of some than people ask.</summary>
    private const float PriorShare = 0.3f;

    /// <summary>In a question of no more words than these, a word that an intent does not know asks for something else; longer ones have words around the question.</summary>
    private const int ShortQuestion = 11;

    private readonly Annotator annotator;
    private readonly FeatureExtractor features;
    private readonly LinearModel model;
    private readonly Coverage coverage;
    private readonly SubjectGuesser subjects;
    private readonly DescriptionIndex descriptions;
    private readonly FrozenDictionary<string, string> exact;
    private readonly ImmutableArray<string> intents;
    private readonly FrozenDictionary<string, (string Text, FeatureVector Vector)[]> examples;

    private IntentRecognizer(Annotator annotator, FeatureExtractor features, LinearModel model, Coverage coverage, SubjectGuesser subjects, DescriptionIndex descriptions, ImmutableArray<string> intents, FrozenDictionary<string, (string Text, FeatureVector Vector)[]> examples, FrozenDictionary<string, FrozenDictionary<string, FrozenSet<string>>> topicSubjects, FrozenDictionary<string, string> exact)
    {
        this.exact = exact;
        TopicSubjects = topicSubjects;
        this.annotator = annotator;
        this.features = features;
        this.model = model;
        this.coverage = coverage;
        this.subjects = subjects;
        this.descriptions = descriptions;
        this.intents = intents;
        this.examples = examples;
    }

    /// <summary>Trains a recognizer on a language's sentences and names.</summary>
    /// <param name="knowledge">The knowledge.</param>
    /// <param name="pack">The language.</param>
    /// <param name="clock">Tells what day it is.</param>
    public static IntentRecognizer Train(KnowledgeBase knowledge, LanguagePack pack, TimeProvider clock)
    {
        var sentences = TrainingSet.From(knowledge, pack);
        var tokens = sentences.AsParallel().AsOrdered().Select(s => SlotTokens(s.Text)).ToList();
        var annotator = new Annotator(knowledge, pack, tokens.SelectMany(t => t).Select(t => t.Text).Where(t => t[0] != MaskedTokens.Mark), clock);
        var masked = sentences.Zip(tokens).AsParallel().AsOrdered().Select(s => annotator.MaskSentence(s.Second, s.First.IsLiteral)).ToList();
        var groups = Groups(knowledge, pack);
        var ordinary = pack.CommonWords.Concat(pack.Rules.Function).ToFrozenSet();
        var features = new FeatureExtractor(groups, ordinary, FeatureRecipe.Annotated);
        (sentences, masked) = DistinctWords(sentences, masked, w => w[0] == MaskedTokens.Mark || pack.Rules.IsEmptyWord(w), s => pack.Conversation.ContainsKey(s) || s == TrainingSet.None);
        var vectors = features.Fit(masked);
        ImmutableArray<string> intents = [.. sentences.Select(s => s.Intent).Distinct().Order(StringComparer.Ordinal)];
        var labels = sentences.ConvertAll(s => intents.IndexOf(s.Intent));
        var examples = sentences.Zip(vectors).GroupBy(e => e.First.Intent).ToFrozenDictionary(g => g.Key, g => g.Select(e => (e.First.Text, e.Second)).ToArray());
        var weights = SoftmaxTraining.Train(vectors, labels, features.Count, intents.Length, Math.Clamp(EnoughSteps / vectors.Count, Epochs, MostEpochs));
        weights.LowerPriors(labels, PriorShare);
        var model = new LinearModel(weights, features.Count);
        var subjects = SubjectGuesser.Train(knowledge, pack, groups, ordinary);
        return new IntentRecognizer(annotator, features, model, new Coverage(masked, labels, groups, ordinary), subjects, new DescriptionIndex(knowledge, pack, groups, annotator), intents, examples, SubjectsOfTopics(knowledge, pack, annotator), ExactSentences(sentences, masked, knowledge, pack, annotator));
    }

    /// <summary>For each topic the subjects that its sentences name, by type: another one of such a type hardly asks for it.</summary>
    public FrozenDictionary<string, FrozenDictionary<string, FrozenSet<string>>> TopicSubjects { get; }

    /// <summary>The intent that has the very words among its sentences, if only one has.</summary>
    public string? Exact(AnnotatedUtterance utterance) =>
        exact.GetValueOrDefault(string.Join(' ', utterance.Tokens.Select(t => t.Text))) ?? exact.GetValueOrDefault(string.Join(' ', utterance.Words));

    /// <summary>Corrects and annotates an utterance.</summary>
    public AnnotatedUtterance Annotate(string text, IReadOnlyList<Token> tokens) => annotator.Annotate(text, tokens);

    /// <summary>All intents for the words, the likeliest first.</summary>
    /// <param name="words">The masked words.</param>
    /// <param name="isEmpty">Whether a word says nothing of what is asked.</param>
    /// <param name="isPossible">Whether an intent can be meant at all.</param>
    /// <param name="agreement">For each intent, from -1 to 1: how well it goes with the names that were mentioned.</param>
    public ImmutableArray<ScoredIntent> Rank(IReadOnlyList<string> words, Func<string, bool> isEmpty, Func<string, bool> isPossible, Func<string, double> agreement)
    {
        var margins = model.Margins(features.Extract([.. words]));
        for (var intent = 0; intent < margins.Length; intent++)
        {
            margins[intent] = isPossible(intents[intent]) ? margins[intent] : float.NegativeInfinity;
        }

        var likely = Calibration.LogOdds(margins);
        var none = intents.IndexOf(TrainingSet.None);
        var doubt = new Doubt(likely[none], coverage.Of(words, none, isEmpty).Share, words.Count <= ShortQuestion);
        return [.. likely
            .Select((odds, c) => new ScoredIntent(intents[c], Calibration.Score(EvidenceFor(c, odds), doubt)))
            .OrderByDescending(i => i.Score).ThenBy(i => i.Id, StringComparer.Ordinal)];

        Evidence EvidenceFor(int intent, double odds)
        {
            var (share, unknown) = coverage.Of(words, intent, isEmpty);
            return new Evidence(odds, share, agreement(intents[intent]), unknown, TopicSubjects.ContainsKey(intents[intent]));
        }
    }

    /// <summary>Whether the sentences of an intent know a word, or one that means the same.</summary>
    public bool Explains(string intent, string word) => coverage.Knows(intents.IndexOf(intent), word);

    /// <summary>The subject of a type that words mean without naming it, if that is clear enough.</summary>
    public string? GuessSubject(IReadOnlyList<string> words, string type) => subjects.Guess(words, type);

    /// <summary>The subjects that an utterance describes, the likeliest first.</summary>
    /// <param name="utterance">The utterance.</param>
    /// <param name="isCandidate">Whether a subject, by id and type, can be meant.</param>
    public List<Described> Describe(AnnotatedUtterance utterance, Func<string, string, bool> isCandidate) => descriptions.Find(utterance, isCandidate);

    /// <summary>Whether a subject's names, descriptions, texts or relations speak of another one.</summary>
    public bool Knows(string subject, string other) => descriptions.Knows(subject, other);

    /// <summary>The known sentence of an intent that is nearest to the words.</summary>
    public string? Nearest(IReadOnlyList<string> words, string intent)
    {
        var vector = features.Extract([.. words]);
        if (!examples.TryGetValue(intent, out var known))
        {
            return null;
        }

        var dense = new float[features.Count];
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            dense[vector.Indices[i]] = vector.Values[i];
        }

        return known.MaxBy(e => Likeness(dense, e.Vector)).Text;
    }

    private static float Likeness(float[] dense, FeatureVector vector)
    {
        var sum = 0f;
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            sum += dense[vector.Indices[i]] * vector.Values[i];
        }

        return sum;
    }

    /// <summary>Which sentence asks for what: topics' by their words, others' by what names are masked to.</summary>
    private static FrozenDictionary<string, string> ExactSentences(
        List<TrainingSentence> sentences, List<ImmutableArray<string>> masked, KnowledgeBase knowledge, LanguagePack pack, Annotator annotator)
    {
        return sentences.Zip(masked)
        .Select(s => (Words: pack.Topics.ContainsKey(s.First.Intent) ? Literal(s.First.Text) : s.Second, s.First.Intent))
        .Concat(pack.Topics.Values.Select(t => (Words: Literal(t.Question), Intent: t.Property)))
        .Concat(pack.Intents.Values.SelectMany(i => knowledge.Ontology.Properties[i.Property].Of.Select(type => (Words: Masked(i.Question, type), Intent: i.Property))))
        .GroupBy(s => string.Join(' ', s.Words), s => s.Intent)
        .Where(g => g.Distinct().Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First());

        IEnumerable<string> Masked(string question, string type) => annotator.MaskSentence(SlotTokens(question.Replace("{subject}", "{" + type + "}", StringComparison.Ordinal)), isLiteral: false);

        IEnumerable<string> Literal(string sentence) => annotator.FindExact(SlotTokens(sentence)).Tokens.Select(t => t.Text);
    }

    private static FrozenDictionary<string, FrozenDictionary<string, FrozenSet<string>>> SubjectsOfTopics(KnowledgeBase knowledge, LanguagePack pack, Annotator annotator) => pack.Topics.Values
        .ToFrozenDictionary(t => t.Property, t => t.Sentences
            .SelectMany(s => s.Expand(TrainingSet.ExpansionsPerTemplate))
            .Append(t.Question)
            .SelectMany(s => annotator.FindExact(Utterance.Parse(s).Tokens).Mentions)
            .SelectMany(m => m.Meanings)
            .Where(m => (m.Type == EntityTypes.Outside || knowledge.Subjects.ContainsKey(m.Id)) && !knowledge.Ontology.General.Contains(m.Id) && !t.Sentences.Any(s => s.Slots.Contains(m.Type)))
            .GroupBy(m => m.Type, m => m.Id)
            .ToFrozenDictionary(g => g.Key, g => g.ToFrozenSet()));

    /// <summary>Sentences that differ in names alone are one sentence to learn.</summary>
    private static (List<TrainingSentence> Sentences, List<ImmutableArray<string>> Words) DistinctWords(
        List<TrainingSentence> sentences, List<ImmutableArray<string>> words, Func<string, bool> saysNothing, Func<string, bool> isNoQuestion)
    {
        // What is no question to the knowledge is not told by names alone.
        var distinct = sentences.Zip(words).Where(s => !isNoQuestion(s.First.Intent) || !s.Second.Any(w => w[0] == MaskedTokens.Mark) || !s.Second.All(saysNothing)).DistinctBy(s => (s.First.Intent, string.Join(' ', s.Second))).ToList();
        return (distinct.ConvertAll(d => d.First), distinct.ConvertAll(d => d.Second));
    }

    /// <summary>The tokens of a sentence in which slots become masks.</summary>
    private static List<Token> SlotTokens(string sentence)
    {
        var tokens = new List<Token>();
        foreach (var (piece, i) in sentence.Split('{', '}').Select((p, i) => (p, i)))
        {
            if (i % 2 == 1)
            {
                tokens.Add(new Token(MaskedTokens.For(piece), 0, 0));
            }
            else
            {
                tokens.AddRange(Utterance.Parse(piece).Tokens.Select(t => t with { IsAcronym = false, IsCapitalized = false }));
            }
        }

        return tokens;
    }

    /// <summary>The synonyms, and the masks of all types of subjects as one group.</summary>
    private static FrozenDictionary<string, string> Groups(KnowledgeBase knowledge, LanguagePack pack) => pack.Synonyms
        .Select(s => (Word: Utterance.Normalize(s.Key), Group: "~" + s.Value))
        .Concat(knowledge.Ontology.Types.Select(t => (Word: MaskedTokens.For(t), Group: MaskedTokens.AnySubject)))
        .DistinctBy(s => s.Word)
        .ToFrozenDictionary(s => s.Word, s => s.Group);
}

/// <summary>An intent with its score.</summary>
/// <param name="Id">The intent's id.</param>
/// <param name="Score">From 0 to 1.</param>
internal readonly record struct ScoredIntent(string Id, double Score);
