using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Support;

/// <summary>The names, sentences and responses of <see cref="SmallKnowledge"/>.</summary>
internal static class SmallEnglish
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
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
                  motto: Peace first
                  motto-2000: Peace together
                answers:
                  name: "{subject.acronym} stands for {name}."
              police:
                name: Police Division
                texts:
                  purpose: polices
              military:
                name: Military Division

            """,
        [FieldWording] = """
            # yaml-language-server: $schema=../../schema/wording.schema.json
            subjects:
              desk: { name: Peace Desk, phrase: the Peace Desk }
              anna-berg: { name: Anna Berg, aliases: [Berg] }
              ben-cole: { name: Ben Cole, aliases: [Cole] }
              carla-diaz: { name: Carla Diaz, aliases: [Diaz] }
              emil-fox: { name: Emil Fox, aliases: [Fox] }
              gina-hall: { name: Gina Hall, aliases: [Hall] }
              world: { name: World, phrase: the world }
              northland: { name: Northland }
              hill-country: { name: Hill Country }
              lake-country: { name: Lake Country }
              southland: { name: Southland }
              hilmis: { name: Mission in Hill Country, acronym: HILMIS, phrase: HILMIS }
              lakmis:
                name: Mission on the Lake
                acronym: LAKMIS
                phrase: LAKMIS
                described: [fishermen who quarrel over boats, boats on the great lake]
              soumis: { name: Mission in Southland, acronym: SOUMIS, phrase: SOUMIS }
              budget: { name: budget, phrase: the budget, unit: dollars }
              cars: { name: number of cars, phrase: the number of cars, aliases: [cars], unit: cars }

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
        [FieldSentences] = """
            # yaml-language-server: $schema=../../schema/sentences.schema.json
            intents:
              motto:
                question: What is the motto of {subject}?
                asks: what the motto of {subject} is
                sentences: ["what is the motto [of {subject}] [{time}]", "under which motto does {subject} work"]
              predecessor:
                question: What was there before {subject}?
                asks: what was there before {subject}
                sentences: ["what was there before {subject}", "what did {subject} grow out of"]
              ended:
                question: When did {subject} end?
                asks: when {subject} ended
                sentences: ["when did {mission} end", "when was {mission} closed"]
              status:
                question: Is {subject} still running?
                asks: whether {subject} still runs
                sentences: ["is {mission} still (running|there)", "was {mission} (running|there) {time}", "does {mission} go on"]
              period:
                question: How long was {subject} there?
                asks: how long {subject} was there
                sentences: ["how long was {mission} there", "how long did {mission} last", "from when to when was {mission} there"]
              place:
                question: Where is {subject}?
                asks: where {subject} is
                sentences: ["where is {mission}", "in which country is {mission}"]
              missions:
                question: Which missions are in {subject}?
                asks: which missions are in {subject}
                sentences: ["who keeps the peace in {place}", "peacekeepers of {place}"]
              head:
                question: Who heads {subject}?
                asks: who heads {subject}
                sentences: ["who (heads|headed) {subject} [{time}]", "who is in charge of {subject}", "who was in charge of {subject} {time}"]
              position:
                question: What does {subject} head?
                asks: what {subject} heads
                sentences: ["what (does|did) {person} head", "which post has {person}"]
              preceded_by:
                question: Who came before {subject}?
                asks: who came before {subject}
                sentences: ["who came before {person} [in {subject}]", "whom did {person} replace", "predecessor of {person} [in {subject}]"]
                follow_ups: ["who came before (him|her)"]
              followed_by:
                question: Who came after {subject}?
                asks: who came after {subject}
                sentences: ["who came after {person} [in {subject}]", "who replaced {person}", "successor of {person} [in {subject}]"]
              career:
                question: Who is {subject}?
                asks: who {subject} is
                sentences: ["who is {person}", "tell me about {person}"]
              amount:
                question: How much is {subject}?
                asks: how much {subject} is
                sentences: ["how much is {figure} [{time}]", "how large is {figure} [{time}]", "{figure} [{time}]"]

            """,
        [Topics] = """
            # yaml-language-server: $schema=../../schema/topics.schema.json
            topics:
              join:
                question: How do I become a peacekeeper?
                asks: how to become a peacekeeper
                texts:
                  answer: Ask your government.
                sentences: ["how do I become a peacekeeper", "can I (join|enlist)", "I want to join the peacekeepers"]
                follow_ups: [how do I become one]

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
              motto: "The motto of {subject} is {motto}."
              predecessor: "Before {subject} there was {predecessor}."
              ended: "{subject} ended {ended.when}."
              place: "{subject} is in {place}."
              missions: "In {subject}: {missions.terms}."
              head: "[{head.current} heads {subject}.][ {subject} was headed by {head.former}.]"
              position: "[{subject} heads {position.current}.][ {subject} headed {position.former}.]"
              preceded_by: "Before {subject} came {preceded_by.terms}[ in {preceded_by.scope}]."
              followed_by: "After {subject} came {followed_by.terms}[ in {followed_by.scope}]."
              career: "{subject}: {position.terms}."
              amount: "{subject}: {amount.terms}."
              answer: "{answer}"

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
