using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with the words for numbers and times.</summary>
public sealed class TimeWordProblemTests : IDisposable
{
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("number_words:\n  values: { three: [three] }", "values:", "`three` of `values` is not a whole number from 0 on")]
    [InlineData("number_words:\n  multipliers: { 1: [once] }", "multipliers:", "`1` of `multipliers` is not a whole number from 10 on")]
    [InlineData("number_words:\n  values: { 1: [one], 2: [one] }", "values:", "\"one\" of `values` stands for two things")]
    [InlineData("number_words:\n  values: { 1: [and] }\n  joining: [and]", "joining:", "\"and\" of `joining` is a number, too")]
    [InlineData("number_words:\n  values: { 1: [\"!\"] }", "values:", "\"!\" holds no letter and no digit")]
    [InlineData("number_words:\n  group_mark: comma", "group_mark:", "`group_mark` must be one sign")]
    [InlineData("number_words:\n  joinings: [and]", "joinings:", "`joinings` is not a key of `number_words`; did you mean `joining`?")]
    [InlineData("times:\n  months: { 13: [smarch] }", "months: {", "`13` of `months` is not a month from 1 to 12")]
    [InlineData("times:\n  months: { 2: [march] }", "months: {", "\"march\" of `months` stands for two things")]
    [InlineData("times:\n  seasons: { 3: [spring] }", "seasons:", "`3` of `seasons` is not the first and the last month of a season")]
    [InlineData("times:\n  units: { hour: [hour] }", "units:", "`hour` of `units` is not one of the units century, day, decade")]
    [InlineData("times:\n  decades: { 95: [nineties] }", "decades:", "`95` of `decades` is not a decade of a century")]
    [InlineData("times:\n  date_order: year-first", "date_order:", "`date_order: year-first` must be day-month or month-day")]
    [InlineData("times:\n  patterns: { sinse: [\"since {time}\"] }", "patterns:", "`sinse` of `patterns` is not a kind of time; did you mean `since`?")]
    [InlineData("times:\n  patterns: { since: [\"since {when}\"] }", "patterns:", "the slot {when} of \"since {when}\" is not one for times")]
    [InlineData("times:\n  patterns: { since: [\"since [{time}]\"] }", "patterns:", "\"since [{time}]\" must hold {time} to be `since`, whatever of it is left out")]
    [InlineData("times:\n  patterns: { between: [\"between {time}\"] }", "patterns:", "must hold {time} {time} to be `between`")]
    [InlineData("times:\n  patterns: { month: [\"{month} {day}\"] }", "patterns:", "must hold {month} {year}, or {month} to be `month`")]
    [InlineData("times:\n  patterns: { today: [\"[today]\"] }", "patterns:", "must hold words and no slots to be `today`")]
    [InlineData("times:\n  patterns: { since: [\"(since {time}\"] }", "patterns:", "a ')' is missing")]
    [InlineData("times:\n  patterns: { since: [\"from {time}\"], within: [\"(in|from) {time}\"] }", "patterns:", "\"from {time}\" of `within` is also another kind of time")]
    [InlineData("times:\n  parts: { 4/3: [\"early {time}\"] }", "parts:", "`4/3` of `parts` is not a part such as 1/3")]
    [InlineData("times:\n  named: { long ago: [in the beginning] }", "named:", "`long ago` of `named` is not a date or two with a slash")]
    public void A_slip_is_told_with_its_line(string yaml, string at, string message) => folder
        .Adding(Language, yaml + "\n")
        .HasOneProblem(Language, at, message);

    [Fact]
    public void A_pattern_that_stands_for_thousands() => folder
        .Adding(Language, $"times:\n  patterns: {{ since: [\"{string.Concat(Enumerable.Repeat("[ever]", 12))} since {{time}}\"] }}\n")
        .HasOneProblem(Language, "patterns:", "stands for 4096 phrases");
}
