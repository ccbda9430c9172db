using DpkoBot.Core.Recognition.Classification;

namespace DpkoBot.Tests.Recognition.Classification;

public class ScoreCalibrationTests
{
    /// <summary>Answers that are the likelier right the larger their margins, one in five unknown.</summary>
    private static readonly HeldOutAnswer[] Answers = [.. Made(20_000, seed: 1)];

    [Fact]
    public void Nine_in_ten_answers_at_a_score_of_nine_tenths_are_right()
    {
        var calibration = ScoreCalibration.Fit(Answers);

        var others = Made(20_000, seed: 2).Select(answer => (Score: calibration.Score(answer.Margin, answer.Lead), answer.IsRight)).ToList();

        Assert.All([0.3, 0.5, 0.7, 0.9], score =>
        {
            var near = others.Where(answer => Math.Abs(answer.Score - score) < 0.05).ToList();
            Assert.True(near.Count > 100);
            Assert.Equal(score, near.Count(answer => answer.IsRight) / (double)near.Count, 0.07);
        });
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void No_more_answers_are_false_than_the_threshold_promises(double share)
    {
        var calibration = ScoreCalibration.Fit(Answers);
        var threshold = calibration.Threshold(share);

        var given = Made(20_000, seed: 2).Where(answer => calibration.Score(answer.Margin, answer.Lead) >= threshold).ToList();

        Assert.True(given.Count > 1_000);
        Assert.InRange(given.Count(answer => !answer.IsRight) / (double)given.Count, share / 3, share * 1.5);
    }

    [Fact]
    public void Unknown_questions_count_as_one_in_five_however_many_were_held_out()
    {
        var many = Answers.Concat(Answers.Where(answer => !answer.IsKnown)).ToList();

        Assert.Equal(ScoreCalibration.Fit(Answers).Score(0.3, 0.3), ScoreCalibration.Fit(many).Score(0.3, 0.3), 3);
    }

    [Fact]
    public void A_larger_margin_is_never_less_likely_right()
    {
        // Chance has it the wrong way round here.
        HeldOutAnswer[] few = [new(0.9, 0.5, false, true), new(0.1, 0.1, true, true), new(0.2, 0.1, true, true)];
        var calibration = ScoreCalibration.Fit(few);

        Assert.True(calibration.Score(1, 0.5) >= calibration.Score(0, 0.5));
        Assert.True(calibration.Score(1, 0.5) >= calibration.Score(1, 0));
    }

    private static IEnumerable<HeldOutAnswer> Made(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var isKnown = i % 5 > 0;
            var (margin, lead) = ((random.NextDouble() * 2) - (isKnown ? 0.5 : 1), random.NextDouble());
            var isRight = isKnown && random.NextDouble() < 1 / (1 + Math.Exp(-((4 * margin) + (3 * lead) - 1)));
            yield return new HeldOutAnswer(margin, lead, isRight, isKnown);
        }
    }
}
