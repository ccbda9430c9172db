using DpkoBot.Core.Text;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Recognition;

public class SubjectGuesserTests
{
    [Theory]
    [InlineData("who helps former fighters back into an ordinary civilian life", "ddr")]
    [InlineData("who gets rid of mines that were left in the ground", "mine-action")]
    [InlineData("which part looks after prisoners and court trials", "justice-and-corrections")]
    [InlineData("somebody who writes the guidelines and the handbooks", "doctrine")]
    [InlineData("who reforms the army and the security services", "ssr")]
    public void An_area_that_is_described_is_guessed(string text, string area) => Assert.Equal(area, Guess(text, "area"));

    [Theory]
    [InlineData("")]
    [InlineData("qwertz uiop asdf")]
    [InlineData("what is the of and to it")]
    [InlineData("which wine goes with fish")]
    [InlineData("best recipe for banana bread")]
    [InlineData("🙂 维和")]
    [InlineData("police and mines")]
    [InlineData("the training of police")]
    public void What_describes_no_area_or_more_than_one_is_not_guessed(string text) => Assert.Null(Guess(text, "area"));

    [Theory]
    [InlineData("department")]
    [InlineData("person")]
    [InlineData("nonsense")]
    public void Types_that_stand_for_nothing_else_are_not_guessed(string type) =>
        Assert.Null(Guess("who gets rid of mines that were left in the ground", type));

    private static string? Guess(string text, string type) => TrainedRecognizer.Default.GuessSubject(Words(text), type);

    // The words as they are written, without names found in them: what a guess is for.
    private static string[] Words(string text) => Utterance.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
