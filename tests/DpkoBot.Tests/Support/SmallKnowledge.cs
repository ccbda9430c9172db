namespace DpkoBot.Tests.Support;

/// <summary>A knowledge as small as one can be that has something of everything.</summary>
internal static class SmallKnowledge
{
    public const string Ontology = "facts/ontology.yaml";
    public const string Sources = "facts/sources.yaml";
    public const string Facts = "facts/department.yaml";
    public const string Language = "en/language.yaml";
    public const string Wording = "en/subjects/department.yaml";
    public const string Sentences = "en/sentences/department.yaml";
    public const string Responses = "en/responses.yaml";
    public const string SmallTalk = "en/conversation.yaml";
    public const string Synonyms = "en/synonyms.yaml";
    public const string Outside = "en/outside.yaml";
    public const string Background = "en/background.yaml";
    public const string Words = "en/words.yaml";

    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        [Ontology] = """
            # yaml-language-server: $schema=../schema/ontology.schema.json
            types: [department, office]
            default_subject: dept
            properties:
              purpose: { kind: text, of: [department, office] }
              established: { kind: date, of: [department, office], tells_time: true }
              staff: { kind: number, of: [department], changes: true, by_year: true }
              parts: { kind: subject, of: [department], target: [office], many: true, inverse: part_of }
              part_of: { kind: subject, of: [office], target: [department] }
              name: { kind: name, of: [department, office] }
              overview: { kind: composite, of: [department, office] }
              compare: { kind: comparison, of: [office] }
              when: { kind: recall }

            """,
        [Sources] = """
            # yaml-language-server: $schema=../schema/sources.schema.json
            sources:
              page: { title: The department's page, date: 2017-04/2018-12 }
              news:
                title: The news
                url: https://example.org/news
                date: 2019-01-01

            """,
        [Facts] = """
            # yaml-language-server: $schema=../schema/facts.schema.json
            subjects:
              dept:
                type: department
                source: page
                facts:
                  purpose: {}
                  established: { value: 1992 }
                  staff:
                    - { value: 110, from: 2017, until: 2018-12-31 }
                    - { value: 120, from: 2019, source: news }
                  parts: { value: [police, military] }
                  name: {}
              police:
                type: office
                source: page
                facts:
                  purpose: {}
                  established: { value: 2007~, as_of: 2018 }
                  name: {}
              military:
                type: office

            """,
        [Language] = """
            # yaml-language-server: $schema=../schema/language.schema.json
            name: English
            ignorable: [the, a, an]
            leaning: [it, they]
            function: [the, a, an, of, is, was, what]
            conjunctions: [and]
            contractions:
              what is: [what's]
            type_nouns:
              office: [office, offices]
            type_pronouns:
              office: [its]
            type_interrogatives:
              office: [which]
            numbers: [no, one, two]
            months: [January, February, March, April, May, June, July, August, September, October, November, December]
            phrases:
              greeting: Hello.
              source: "Source: {sources}."
              sources: "Sources: {sources}."
              as_of: "As of {as_of}."
              fallback: I do not know.
              fallback_near: I am not sure.
              fallback_unknown_name: I do not know {name}.
              fallback_no_fact: My sources do not say {asks}.
              fallback_no_fact_in_year: My sources do not say {asks} in {year}.
              clarify: Which of these?
              clarify_subject: Which one?
              list_two: "{first} and {second}"
              list_last: "{first}, and {last}"
              date_day: "{day} {month} {year}"
              date_month: "{month} {year}"
              date_about: "about {date}"
              date_range: "between {start} and {end}"

            """,
        [Wording] = """
            # yaml-language-server: $schema=../../schema/wording.schema.json
            subjects:
              dept:
                name: Department of Peace
                acronym: DPT
                phrase: the department
                aliases: [ministry]
                texts:
                  purpose: keeps the peace
                answers:
                  name: "{subject.acronym} stands for {name}."
              police:
                name: Police Division
                texts:
                  purpose: polices
              military:
                name: Military Division

            """,
        [Sentences] = """
            # yaml-language-server: $schema=../../schema/sentences.schema.json
            intents:
              purpose:
                question: What does {subject} do?
                asks: what {subject} does
                sentences:
                  - what does {subject} do
              established:
                question: When was {subject} established?
                asks: when {subject} was established
                sentences:
                  - "when was {subject} (established|set up)"
                follow_ups:
                  - since when
              staff:
                question: How many people work for {subject}?
                asks: how many people work for {subject}
                sentences: ["how many people work (for|in) {department}"]
              parts:
                question: What are the parts of {subject}?
                asks: what the parts of {subject} are
                sentences: ["what are the parts of {subject}"]
              part_of:
                question: What is {subject} a part of?
                asks: what {subject} is a part of
                sentences: ["what is {office} a part of"]
              name:
                question: What is {subject} called?
                asks: what {subject} is called
                sentences: ["what is {subject} called"]
              overview:
                question: What is {subject}?
                asks: what {subject} is
                sentences: ["what is {subject}", "tell me about {subject}"]
              compare:
                question: How do {subject} differ?
                asks: how {subject} differ
                sentences: ["what is the difference between {office} and {office}"]
              when:
                question: When was that?
                asks: when that was
                follow_ups: ["[and] when was that"]

            """,
        [Responses] = """
            # yaml-language-server: $schema=../schema/responses.schema.json
            responses:
              purpose: "{subject} {purpose}."
              established: "{subject} was established in {established}."
              staff: "{subject} has {staff} people since {staff.from}."
              parts: "{subject} has {parts.count} parts:{parts.list}"
              part_of: "{subject} is part of {part_of}."
              name: "[{subject.acronym} stands for ]{name}."
              overview: "{subject}[ {purpose}][ and was established in {established}]."
              compare: "{subject.name}[ {purpose}]."

            """,
        [SmallTalk] = """
            # yaml-language-server: $schema=../schema/conversation.schema.json
            intents:
              greet:
                outcome: chitchat
                response: Hello.
                sentences: ["(hi|hello) [there]"]

            """,
        [Synonyms] = """
            # yaml-language-server: $schema=../schema/synonyms.schema.json
            synonyms:
              create: [create, set up]
              begin: [begin, start]

            """,
        [Outside] = """
            # yaml-language-server: $schema=../schema/outside.schema.json
            outside:
              - name: UNICEF
                aliases: [children's fund]

            """,
        [Background] = """
            # yaml-language-server: $schema=../schema/background.schema.json
            sentences:
              - what is the weather like

            """,
        [Words] = """
            # yaml-language-server: $schema=../schema/words.schema.json
            words: [weather, like]

            """,
    };
}
