using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DpkoBot.Core.Knowledge;

/// <summary>All wording of one language: what people say, and what the bot says.</summary>
public sealed class LanguagePack
{
    /// <summary>BCP 47 tag.</summary>
    public required string Tag { get; init; }

    /// <summary>Phrases and small rules of the language.</summary>
    public required LanguageRules Rules { get; init; }

    /// <summary>The subjects' names and wording, by subject.</summary>
    public required FrozenDictionary<string, SubjectWording> Subjects { get; init; }

    /// <summary>What people ask, by property.</summary>
    public required FrozenDictionary<string, IntentWording> Intents { get; init; }

    /// <summary>Questions with a written answer, by the id of the topic.</summary>
    public required FrozenDictionary<string, IntentWording> Topics { get; init; }

    /// <summary>How answers read, by property.</summary>
    public required FrozenDictionary<string, ResponseTemplate> Responses { get; init; }

    /// <summary>Greetings, thanks, refusals and the like, by id.</summary>
    public required FrozenDictionary<string, ConversationIntent> Conversation { get; init; }

    /// <summary>Words that mean nearly the same in questions: each word's group.</summary>
    public required FrozenDictionary<string, string> Synonyms { get; init; }

    /// <summary>Names of what the bot knows that it has no knowledge of: alias to the name that is shown.</summary>
    public required FrozenDictionary<string, string> Outside { get; init; }

    /// <summary>Questions that are not to be answered.</summary>
    public required ImmutableArray<SentenceTemplate> Background { get; init; }

    /// <summary>Ordinary words that are no misspelled names.</summary>
    public required FrozenSet<string> CommonWords { get; init; }
}

/// <summary>How one subject is called and worded in one language.</summary>
public sealed record SubjectWording
{
    /// <summary>The file that holds it.</summary>
    public string File { get; init; } = "";

    /// <summary>Its line in that file.</summary>
    public int Line { get; init; }

    /// <summary>The full official name.</summary>
    public required string Name { get; init; }

    /// <summary>The acronym, if there is one.</summary>
    public string? Acronym { get; init; }

    /// <summary>The name as it stands in a sentence, such as "the Office of Operations".</summary>
    public required string Phrase { get; init; }

    /// <summary>Other names that people use.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What the subject's numbers count: "US dollars".</summary>
    public string? Unit { get; init; }

    /// <summary>Short descriptions by which people mean it without naming it.</summary>
    public ImmutableArray<string> Described { get; init; } = [];

    /// <summary>The wording of text facts, by property or by the fact's own key.</summary>
    public FrozenDictionary<string, string> Texts { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Answers worded for this subject alone, by property; they take the response's place.</summary>
    public FrozenDictionary<string, ResponseTemplate> Answers { get; init; } = FrozenDictionary<string, ResponseTemplate>.Empty;
}

/// <summary>What people say when they ask for a property.</summary>
public sealed record IntentWording
{
    /// <summary>The property, or the topic.</summary>
    public required string Property { get; init; }

    /// <summary>The plain question for it, to be offered to users; <c>{subject}</c> stands for the subject.</summary>
    public required string Question { get; init; }

    /// <summary>What it asks for, as the object of a sentence: "when {subject} was created".</summary>
    public required string Asks { get; init; }

    /// <summary>Sentences that are complete by themselves.</summary>
    public ImmutableArray<SentenceTemplate> Sentences { get; init; } = [];

    /// <summary>Sentences that lean on the turn before.</summary>
    public ImmutableArray<SentenceTemplate> FollowUps { get; init; } = [];
}

/// <summary>Something said that is not a question to the knowledge.</summary>
/// <param name="Id">The id.</param>
/// <param name="Refuses">Whether the bot declines (or else chats).</param>
/// <param name="Sentences">What people say.</param>
/// <param name="Response">What the bot says.</param>
public sealed record ConversationIntent(string Id, bool Refuses, ImmutableArray<SentenceTemplate> Sentences, string Response);
