using System.Collections.Frozen;

namespace DpkoBot.Core.Knowledge.Loading;

/// <summary>Reads the files of one language's folder.</summary>
internal sealed class LanguageReader(string tag)
{
    // A response that cannot be read is not missing, too.
    private static readonly ResponseTemplate Unreadable = ResponseTemplate.Parse("-", "", 0, out _)!;

    private readonly Dictionary<string, SubjectWording> subjects = [];
    private readonly Dictionary<string, IntentWording> intents = [];
    private readonly Dictionary<string, IntentWording> topics = [];
    private readonly Dictionary<string, ResponseTemplate> responses = [];
    private readonly Dictionary<string, ConversationIntent> conversation = [];
    private readonly Dictionary<string, string> synonyms = [];
    private readonly Dictionary<string, string> outside = [];
    private readonly List<SentenceTemplate> background = [];
    private readonly HashSet<string> commonWords = [];
    private LanguageRules? rules;

    public string Tag { get; } = tag;

    /// <summary>What was read of what people ask.</summary>
    public IEnumerable<IntentWording> Questions => intents.Values;

    /// <summary>Where things were written, by kind and id, for messages about them.</summary>
    public Dictionary<(string Kind, string Id), YamlMap> Origins { get; } = [];

    public LanguagePack? ToPack() => rules is null ? null : new LanguagePack
    {
        Tag = Tag,
        Rules = rules,
        Subjects = subjects.ToFrozenDictionary(),
        Intents = intents.ToFrozenDictionary(),
        Topics = topics.ToFrozenDictionary(),
        Responses = responses.ToFrozenDictionary(),
        Conversation = conversation.ToFrozenDictionary(),
        Synonyms = synonyms.ToFrozenDictionary(),
        Outside = outside.ToFrozenDictionary(),
        Background = [.. background],
        CommonWords = commonWords.ToFrozenSet(),
    };

    /// <summary>Reads one file; what it holds is told by where it is.</summary>
    public void Read(string pathInFolder, YamlMap file)
    {
        switch (pathInFolder)
        {
            case "language.yaml": rules = LanguageRulesReader.Read(file); break;
            case "conversation.yaml": ReadConversation(file); break;
            case "responses.yaml": ReadResponses(file); break;
            case "synonyms.yaml": ReadSynonyms(file); break;
            case "outside.yaml": ReadOutside(file); break;
            case "background.yaml": ReadBackground(file); break;
            case "words.yaml": ReadWords(file); break;
            case { } when pathInFolder.StartsWith("subjects/", StringComparison.Ordinal): ReadSubjects(file); break;
            case { } when pathInFolder.StartsWith("sentences/", StringComparison.Ordinal): ReadIntents(file); break;
            case { } when pathInFolder.StartsWith("topics/", StringComparison.Ordinal): ReadTopics(file); break;
            default:
                file.Report(null, $"a file of this name has no place in {Tag}/; known are language.yaml, conversation.yaml, responses.yaml, synonyms.yaml, outside.yaml, background.yaml, words.yaml and the folders subjects/, sentences/ and topics/.");
                return;
        }

        file.RejectUnknownKeys();
    }

    private void ReadSubjects(YamlMap file)
    {
        foreach (var (id, map) in FactsReader.Entries(file, "subjects", "the wording of a subject"))
        {
            if (!Claim("subject", id, map))
            {
                continue;
            }

            var name = map.RequiredText("name");
            var acronym = map.Text("acronym");
            subjects[id] = new SubjectWording
            {
                File = map.File.Name,
                Line = (int)map.Line,
                Name = name ?? id,
                Acronym = acronym,
                Phrase = map.Text("phrase") ?? name ?? id,
                Aliases = [.. map.Texts("aliases").Select(a => a.Text)],
                Unit = map.Text("unit"),
                Described = [.. map.Texts("described").Select(d => d.Text)],
                Texts = Wordings(map, "texts").ToFrozenDictionary(w => w.Key, w => w.Text),
                Answers = Wordings(map, "answers").Select(w => (w.Key, Template: Response(map.File, w.Text, w.Line))).Where(w => w.Template is not null).ToFrozenDictionary(w => w.Key, w => w.Template!),
            };
            map.RejectUnknownKeys();
        }
    }

    private void ReadIntents(YamlMap file)
    {
        foreach (var (id, map) in FactsReader.Entries(file, "intents", "the sentences of an intent"))
        {
            if (Claim("intent", id, map))
            {
                intents[id] = Intent(id, map);
                map.RejectUnknownKeys();
            }
        }
    }

    private void ReadTopics(YamlMap file)
    {
        foreach (var (id, map) in FactsReader.Entries(file, "topics", "a topic"))
        {
            if (!Claim("subject", id, map))
            {
                continue;
            }

            map.Require("sentences");
            map.Require("texts");
            topics[id] = Intent(id, map);
            subjects[id] = new SubjectWording
            {
                File = map.File.Name,
                Line = (int)map.Line,
                Name = topics[id].Question,
                Phrase = topics[id].Asks,
                Texts = Wordings(map, "texts").ToFrozenDictionary(w => w.Key, w => w.Text),
            };
            map.RejectUnknownKeys();
        }
    }

    private static IntentWording Intent(string id, YamlMap map) => new()
    {
        Property = id,
        Question = map.RequiredText("question") ?? id,
        Asks = map.RequiredText("asks") ?? id,
        Sentences = [.. Sentences(map, "sentences")],
        FollowUps = [.. Sentences(map, "follow_ups")],
    };

    private void ReadConversation(YamlMap file)
    {
        foreach (var (id, map) in FactsReader.Entries(file, "intents", "an intent of conversation"))
        {
            if (!Claim("conversation", id, map))
            {
                continue;
            }

            var outcome = map.RequiredText("outcome");
            if (outcome is not (null or "chitchat" or "refuse"))
            {
                map.Report("outcome", $"`outcome: {outcome}` must be chitchat or refuse.");
            }

            map.Require("sentences");
            conversation[id] = new ConversationIntent(id, outcome == "refuse", [.. Sentences(map, "sentences")], map.RequiredText("response") ?? "");
            map.RejectUnknownKeys();
        }
    }

    private void ReadBackground(YamlMap file)
    {
        file.Require("sentences");
        background.AddRange(Sentences(file, "sentences"));
    }

    private void ReadWords(YamlMap file)
    {
        file.Require("words");
        commonWords.UnionWith(file.Texts("words").Select(w => w.Text));
    }

    private void ReadResponses(YamlMap file)
    {
        file.Require("responses");
        foreach (var (property, text, line) in Wordings(file, "responses"))
        {
            responses[property] = Response(file.File, text, line) ?? Unreadable;
        }
    }

    private void ReadSynonyms(YamlMap file)
    {
        file.Require("synonyms");
        var groups = file.Map("synonyms", "`synonyms`");
        foreach (var (group, _) in groups?.Keys ?? [])
        {
            foreach (var (word, line) in groups!.Texts(group))
            {
                if (!synonyms.TryAdd(word, group) && synonyms[word] != group)
                {
                    file.File.Report(line, $"\"{word}\" is in the groups `{synonyms[word]}` and `{group}`; keep it in the one whose meaning is nearer.");
                }
            }
        }
    }

    private void ReadOutside(YamlMap file)
    {
        file.Require("outside");
        foreach (var map in file.Maps("outside", "a name outside the knowledge"))
        {
            var name = map.RequiredText("name") ?? "";
            foreach (var alias in map.Texts("aliases").Select(a => a.Text).Prepend(name))
            {
                outside.TryAdd(alias, name);
            }

            map.RejectUnknownKeys();
        }
    }

    private bool Claim(string kind, string id, YamlMap map)
    {
        if (Origins.TryGetValue((kind, id), out var other))
        {
            map.Report(null, $"`{id}` is already in {other.File.Name}, line {other.Line}; keep it in one place.");
            return false;
        }

        Origins[(kind, id)] = map;
        return true;
    }

    private static IEnumerable<(string Key, string Text, long Line)> Wordings(YamlMap map, string key)
    {
        var wordings = map.Map(key, $"`{key}` of {map.What}");
        foreach (var (property, line) in wordings?.Keys ?? [])
        {
            if (wordings!.Text(property) is { } text)
            {
                yield return (property, text, line);
            }
        }
    }

    private static IEnumerable<SentenceTemplate> Sentences(YamlMap map, string key)
    {
        foreach (var (text, line) in map.Texts(key))
        {
            if (SentenceTemplate.Parse(text, map.File.Name, (int)line, out var problem) is { } template)
            {
                yield return template;
            }
            else
            {
                map.File.Report(line, problem!);
            }
        }
    }

    private static ResponseTemplate? Response(YamlFile file, string text, long line)
    {
        var template = ResponseTemplate.Parse(text, file.Name, (int)line, out var problem);
        if (template is null)
        {
            file.Report(line, problem!);
        }

        return template;
    }
}
