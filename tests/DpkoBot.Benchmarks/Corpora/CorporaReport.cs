using System.Collections.Immutable;
using System.Globalization;

namespace DpkoBot.Benchmarks.Corpora;

/// <summary>Runs the classifier on public corpora that nobody here wrote, and prints one table.</summary>
internal static class CorporaReport
{
    private static readonly string[] BraunNames = ["AskUbuntu", "Chatbot", "WebApplications"];

    /// <summary>How many rounds leave intents out: each intent is out in one of them.</summary>
    private const int Quarters = 4;

    /// <param name="folder">Where the corpora are.</param>
    /// <param name="onValidation">Measures on the validation part, for choosing; else on the test part.</param>
    /// <param name="output">Where to print.</param>
    public static void Print(string folder, bool onValidation, TextWriter output)
    {
        var table = new Table();
        if (!onValidation)
        {
            AddBraun(table, [.. BraunNames.Select(name => Corpus.ReadBraun(folder, name))]);
        }

        var clinc = Corpus.ReadClinc(folder);
        clinc = onValidation ? clinc with { Test = clinc.Validation, OutsideTest = [.. clinc.OutsideValidation, .. clinc.OutsideTraining] } : clinc;
        var plain = AddClinc(table, "CLINC150", clinc, new Trial(clinc));
        AddHeldOut(table, "CLINC150", clinc);
        if (!onValidation)
        {
            AddClinc(table, "CLINC150, out-of-scope learned", clinc, new Trial(clinc, withOutside: true));
        }

        table.Print(output);
        output.WriteLine();
        PrintReliability(plain, output);
    }

    private static void AddBraun(Table table, ImmutableArray<Corpus> corpora)
    {
        var all = new List<(Answer[] Plain, Answer[] One, Answer[] Two)>();
        foreach (var corpus in corpora)
        {
            var trial = new Trial(corpus);
            var answers = (trial.Ask(corpus.Test).ToArray(), trial.AskMisspelled(corpus.Test, 1).ToArray(), trial.AskMisspelled(corpus.Test, 2).ToArray());
            all.Add(answers);
            AddAccuracy(table, corpus.Name, answers.Item1, answers.Item2, answers.Item3);
            AddCost(table, corpus.Name, trial, corpus.Test);
        }

        AddAccuracy(table, "Braun together", [.. all.SelectMany(a => a.Plain)], [.. all.SelectMany(a => a.One)], [.. all.SelectMany(a => a.Two)]);
    }

    private static ImmutableArray<Answer> AddClinc(Table table, string column, Corpus corpus, Trial trial)
    {
        var (inside, outside) = (trial.Ask(corpus.Test), trial.Ask(corpus.OutsideTest));
        var (validation, outsideValidation) = (trial.Ask(corpus.Validation), trial.Ask(corpus.OutsideValidation));
        AddAccuracy(table, column, [.. inside], [.. trial.AskMisspelled(corpus.Test, 1)], [.. trial.AskMisspelled(corpus.Test, 2)]);

        var rule = Measures.ThresholdOfBestAccuracy(validation, outsideValidation);
        table.Add(column, "the paper's rule: in-scope accuracy", Percent(Measures.Accuracy(inside, rule)));
        table.Add(column, "the paper's rule: out-of-scope recall", Percent(1 - Measures.Accepted(outside, rule)));
        var most = Measures.ThresholdAccepting(0.95, validation);
        table.Add(column, "95 % accepted in validation: accepted", Percent(Measures.Accepted(inside, most)));
        table.Add(column, "95 % accepted in validation: out-of-scope recall", Percent(1 - Measures.Accepted(outside, most)));
        table.Add(column, "exactly 95 % accepted: out-of-scope recall", Percent(1 - Measures.Accepted(outside, Measures.ThresholdAccepting(0.95, inside))));
        table.Add(column, "AUROC", Measures.AreaUnderCurve(inside, outside).ToString("0.0000", CultureInfo.InvariantCulture));
        var strict = trial.Threshold(0.01);
        table.Add(column, "at most 1 % false, by training: accepted", Percent(Measures.Accepted(inside, strict)));
        table.Add(column, "at most 1 % false, by training: false among given", Percent(1 - Measures.Accuracy([.. inside.Concat(outside).Where(a => a.Score >= strict)])));
        table.Add(column, "at most 1 % false, by training: out-of-scope recall", Percent(1 - Measures.Accepted(outside, strict)));
        AddCost(table, column, trial, corpus.Test);
        return [.. inside, .. outside];
    }

    /// <summary>Leaves a quarter of the intents out of training, then another: their questions should be rejected.</summary>
    private static void AddHeldOut(Table table, string column, Corpus corpus)
    {
        var intents = corpus.Training.Select(e => e.Intent!).Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(2019).Shuffle(intents);
        var (recalls, areas) = (new List<double>(), new List<double>());
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            var held = intents.Where((_, i) => i % Quarters == quarter).ToHashSet();
            bool IsKnown(Example example) => !held.Contains(example.Intent!);
            var trial = new Trial(corpus with { Training = [.. corpus.Training.Where(IsKnown)] });
            var threshold = Measures.ThresholdAccepting(0.95, trial.Ask(corpus.Validation.Where(IsKnown)));
            var answers = corpus.Test.ToLookup(IsKnown);
            recalls.Add(1 - Measures.Accepted(trial.Ask(answers[false]), threshold));
            areas.Add(Measures.AreaUnderCurve(trial.Ask(answers[true]), trial.Ask(answers[false])));
        }

        table.Add(column, "held-out intents, 95 % accepted: recall", $"{Percent(recalls.Average())} ({string.Join(", ", recalls.Select(Percent))})");
        table.Add(column, "held-out intents: AUROC", areas.Average().ToString("0.0000", CultureInfo.InvariantCulture));
    }

    private static void AddAccuracy(Table table, string column, Answer[] plain, Answer[] one, Answer[] two)
    {
        table.Add(column, "accuracy (micro-F1)", Percent(Measures.Accuracy(plain)));
        table.Add(column, "after one typing error", Percent(Measures.Accuracy(one)));
        table.Add(column, "after two typing errors", Percent(Measures.Accuracy(two)));
    }

    private static void AddCost(Table table, string column, Trial trial, ImmutableArray<Example> examples)
    {
        var cost = trial.Cost(examples);
        table.Add(column, "training, s", trial.TrainingTime.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture));
        table.Add(column, "memory, MB", (trial.Memory / 1e6).ToString("0.0", CultureInfo.InvariantCulture));
        table.Add(column, "classifier alone: median, µs", cost.MedianAlone.ToString("0.0", CultureInfo.InvariantCulture));
        table.Add(column, "classifier alone: bytes allocated", cost.BytesAlone.ToString(CultureInfo.InvariantCulture));
        table.Add(column, "with cutting into words: median, µs", cost.Median.ToString("0.0", CultureInfo.InvariantCulture));
        table.Add(column, "with cutting into words: 99th percentile, µs", cost.Percentile99.ToString("0.0", CultureInfo.InvariantCulture));
        table.Add(column, "with cutting into words: bytes allocated", cost.Bytes.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether nine in ten answers with a score of 0.9 are right.</summary>
    private static void PrintReliability(ImmutableArray<Answer> answers, TextWriter output)
    {
        var table = new Table();
        foreach (var bin in answers.GroupBy(a => Math.Min((int)(a.Score * 10), 9)).OrderBy(b => b.Key))
        {
            var column = string.Create(CultureInfo.InvariantCulture, $"{bin.Key / 10d:0.0} to {(bin.Key + 1) / 10d:0.0}");
            table.Add(column, "answers", bin.Count().ToString(CultureInfo.InvariantCulture));
            table.Add(column, "mean score", Percent(bin.Average(a => a.Score)));
            table.Add(column, "right", Percent(Measures.Accuracy([.. bin])));
        }

        table.Print(output);
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
