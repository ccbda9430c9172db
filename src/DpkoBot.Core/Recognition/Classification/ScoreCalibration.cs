using System.Collections.Immutable;

namespace DpkoBot.Core.Recognition.Classification;

/// <summary>An answer to a question that was held out from training.</summary>
/// <param name="Margin">The best intent's margin.</param>
/// <param name="Lead">How far it lay before the next one's.</param>
/// <param name="IsRight">Whether it was the question's intent.</param>
/// <param name="IsKnown">Whether the question's intent was known at all.</param>
internal readonly record struct HeldOutAnswer(double Margin, double Lead, bool IsRight, bool IsKnown);

/// <summary>
/// From margins to the probability that an answer is right: a logistic regression (Platt's scaling) on the margin and its lead,
/// fitted on answers to questions that were held out from training, a part of them of intents that were held out as a whole.
/// </summary>
internal sealed class ScoreCalibration
{
    /// <summary>How many of all questions are taken to ask for nothing that is known.</summary>
    private const double UnknownShare = 0.2;

    private const int Steps = 30;
    private const double Ridge = 1e-2;

    private readonly (double Shift, double Margin, double Lead) weights;
    private readonly ImmutableArray<(double Score, bool IsRight, double Weight)> answers;

    private ScoreCalibration((double Shift, double Margin, double Lead) weights, ImmutableArray<(double Score, bool IsRight, double Weight)> answers)
    {
        this.weights = weights;
        this.answers = answers;
    }

    /// <summary>What holds where there was too little to hold anything out.</summary>
    public static ScoreCalibration Default { get; } = new((-2, 2, 1), []);

    public static ScoreCalibration Fit(IReadOnlyCollection<HeldOutAnswer> heldOut)
    {
        var known = heldOut.Count(a => a.IsKnown);
        var unknownWeight = known == heldOut.Count ? 0 : UnknownShare / (1 - UnknownShare) * known / (heldOut.Count - known);
        var weighted = heldOut.Select(a => (Answer: a, Weight: a.IsKnown ? 1 : unknownWeight)).ToList();
        if (weighted.All(a => a.Answer.IsRight) || !weighted.Any(a => a.Answer.IsRight))
        {
            return Default;
        }

        var weights = FitWeights(weighted);
        var fitted = new ScoreCalibration(weights, []);
        return new ScoreCalibration(weights, [.. weighted.Select(a => (fitted.Score(a.Answer.Margin, a.Answer.Lead), a.Answer.IsRight, a.Weight)).OrderByDescending(a => a.Item1)]);
    }

    public double Score(double margin, double lead) => Logistic(weights.Shift + (weights.Margin * margin) + (weights.Lead * lead));

    /// <summary>The least score of which at most a share of the answers is false.</summary>
    /// <returns>A score; above 1 where no held-out answer tells of one.</returns>
    public double Threshold(double falseShare)
    {
        var (given, wrong, threshold) = (0d, 0d, 1.01);
        foreach (var (score, isRight, weight) in answers)
        {
            given += weight;
            wrong += isRight ? 0 : weight;
            threshold = wrong <= falseShare * given ? score : threshold;
        }

        return threshold;
    }

    /// <summary>Newton's method, with steps halved until they lead downhill.</summary>
    private static (double Shift, double Margin, double Lead) FitWeights(List<(HeldOutAnswer Answer, double Weight)> answers)
    {
        double[] w = [0, 0, 0];
        var loss = Loss(answers, w);
        for (var step = 0; step < Steps; step++)
        {
            var direction = Direction(answers, w);
            var (factor, next, nextLoss) = (1d, w, loss);
            for (; factor > 1e-4 && nextLoss >= loss; factor /= 2)
            {
                // What lies farther on an intent's side is never less likely, whatever few answers say.
                next = [w[0] + (factor * direction[0]), Math.Max(w[1] + (factor * direction[1]), 0), Math.Max(w[2] + (factor * direction[2]), 0)];
                nextLoss = Loss(answers, next);
            }

            if (nextLoss >= loss)
            {
                break;
            }

            (w, loss) = (next, nextLoss);
        }

        return (w[0], w[1], w[2]);
    }

    private static double Loss(List<(HeldOutAnswer Answer, double Weight)> answers, double[] w)
    {
        var loss = Ridge / 2 * w.Sum(x => x * x);
        foreach (var (answer, weight) in answers)
        {
            var logit = w[0] + (w[1] * answer.Margin) + (w[2] * answer.Lead);
            var against = answer.IsRight ? -logit : logit;
            loss += weight * (Math.Max(against, 0) + Math.Log(1 + Math.Exp(-Math.Abs(against))));
        }

        return loss;
    }

    private static double[] Direction(List<(HeldOutAnswer Answer, double Weight)> answers, double[] w)
    {
        double[] gradient = [-Ridge * w[0], -Ridge * w[1], -Ridge * w[2]];
        var curvature = new double[3, 3] { { Ridge, 0, 0 }, { 0, Ridge, 0 }, { 0, 0, Ridge } };
        var x = new double[3];
        foreach (var (answer, weight) in answers)
        {
            (x[0], x[1], x[2]) = (1, answer.Margin, answer.Lead);
            var p = Logistic((w[0] * x[0]) + (w[1] * x[1]) + (w[2] * x[2]));
            for (var i = 0; i < 3; i++)
            {
                gradient[i] += weight * ((answer.IsRight ? 1 : 0) - p) * x[i];
                for (var j = 0; j < 3; j++)
                {
                    curvature[i, j] += weight * p * (1 - p) * x[i] * x[j];
                }
            }
        }

        Solve(curvature, gradient);
        return gradient;
    }

    /// <summary>Gauss's elimination, in place: <paramref name="right"/> becomes the solution.</summary>
    private static void Solve(double[,] matrix, double[] right)
    {
        for (var i = 0; i < right.Length; i++)
        {
            for (var row = 0; row < right.Length; row++)
            {
                if (row == i)
                {
                    continue;
                }

                var factor = matrix[row, i] / matrix[i, i];
                for (var column = i; column < right.Length; column++)
                {
                    matrix[row, column] -= factor * matrix[i, column];
                }

                right[row] -= factor * right[i];
            }
        }

        for (var i = 0; i < right.Length; i++)
        {
            right[i] /= matrix[i, i];
        }
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
