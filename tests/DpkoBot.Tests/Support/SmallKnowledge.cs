namespace DpkoBot.Tests.Support;

/// <summary>A knowledge as small as one can be that has something of everything.</summary>
internal static class SmallKnowledge
{
    public const string Ontology = "facts/ontology.yaml";
    public const string Sources = "facts/sources.yaml";
    public const string Facts = "facts/department.yaml";
    public const string Field = "facts/field.yaml";
    public const string Language = "en/language.yaml";
    public const string Wording = "en/subjects/department.yaml";
    public const string FieldWording = "en/subjects/field.yaml";
    public const string Sentences = "en/sentences/department.yaml";
    public const string FieldSentences = "en/sentences/field.yaml";
    public const string Topics = "en/topics/joining.yaml";
    public const string Responses = "en/responses.yaml";
    public const string SmallTalk = "en/conversation.yaml";
    public const string Synonyms = "en/synonyms.yaml";
    public const string Outside = "en/outside.yaml";
    public const string Background = "en/background.yaml";
    public const string Words = "en/words.yaml";

    /// <summary>How its language says times, for tests that ask about times; it stands at the end of <see cref="Language"/>.</summary>
    public const string Times = """
        number_words:
          values: { 1: [one], 2: [two], 3: [three] }
        times:
          decade_endings: [s]
          patterns:
            day: ["{day} {month} {year}"]
            month: ["{month} {year}"]
            year: ["{year}"]
            decade: ["[the] {decade}"]
            within: ["in {time}"]
            since: ["since {time}"]
            before: ["before {time}"]
            after: ["after {time}"]
            between: ["between {time} and {time}"]

        """;

    /// <summary>Words that are no slips of others, for tests that ask questions.</summary>
    public const string OrdinaryWords = "began, ended, led, oldest, newest, longest, shortest, former, ever, them, in, who, before, since, after, between, running, still, there, two, how, long";

    public static IReadOnlyDictionary<string, string> Files { get; } =
        SmallFacts.Files.Concat(SmallLanguage.Files).Concat(SmallEnglish.Files).ToDictionary();
}
