using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Support;

/// <summary>The facts of <see cref="SmallKnowledge"/>.</summary>
internal static class SmallFacts
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        [Ontology] = """
            # yaml-language-server: $schema=../schema/ontology.schema.json
            types: [department, office, bureau, mission, place, person, figure, topic]
            default_subject: dept
            general_subjects: [world]
            distinct_types: [office, mission]
            begins: [established]
            ends: [ended]
            properties:
              purpose: { kind: text, of: [department, office] }
              established: { kind: date, of: [department, office, bureau, mission], tells_time: true }
              staff: { kind: number, of: [department], changes: true, by_year: true }
              parts: { kind: subject, of: [department], target: [office], many: true, inverse: part_of }
              part_of: { kind: subject, of: [office], target: [department] }
              name: { kind: name, of: [department, office, place] }
              overview: { kind: composite, of: [department, office] }
              compare: { kind: comparison, of: [office] }
              motto: { kind: text, of: [department], by_year: true }
              predecessor: { kind: subject, of: [department], target: [bureau], leads_back: true }
              ended: { kind: date, of: [bureau, mission], tells_time: true }
              status: { kind: status, of: [mission] }
              period: { kind: status, of: [mission], tells_time: true }
              place: { kind: subject, of: [mission], target: [place], many: true, inverse: missions, detail: true }
              missions: { kind: subject, of: [place], target: [mission], many: true }
              within: { kind: subject, of: [place], target: [place], contains: true, silent: true }
              head: { kind: subject, of: [department, bureau], target: [person], by_year: true, always_held: true, inverse: position, before: preceded_by, after: followed_by }
              position: { kind: subject, of: [person], target: [department, bureau], many: true, any_time: true }
              preceded_by: { kind: subject, of: [person], target: [person], many: true, any_time: true }
              followed_by: { kind: subject, of: [person], target: [person], many: true, any_time: true }
              career: { kind: composite, of: [person], needs: position, tells_what: true }
              amount: { kind: number, of: [figure], tells_what: true, by_year: true }
              answer: { kind: topic, of: [topic] }
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
              hearsay: { title: What people say, date: 2018, unverified: true }

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
                  head:
                    - { value: anna-berg, from: 1992, until: 1996 }
                    - { value: ben-cole, from: 1997-01, until: 1997-02, acting: true }
                    - { value: carla-diaz, from: 1997-03-01, until: 2009 }
                    - { value: emil-fox, from: 2010 }
                  predecessor: { value: desk }
                  motto:
                    - { until: 1999 }
                    - { wording: motto-2000, from: 2000 }
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
        [Field] = """
            # yaml-language-server: $schema=../schema/facts.schema.json
            subjects:
              desk:
                type: bureau
                source: page
                facts:
                  established: { value: 1950 }
                  ended: { value: 1992 }
                  head:
                    - { value: gina-hall, from: 1950, until: 1980 }
                    - { value: anna-berg, from: 1980, until: 1992 }
              anna-berg: { type: person }
              ben-cole: { type: person }
              carla-diaz: { type: person }
              emil-fox: { type: person }
              gina-hall: { type: person }
              world: { type: place, source: page, facts: { name: {} } }
              northland: { type: place, source: page, facts: { within: { value: world } } }
              hill-country: { type: place, source: page, facts: { within: { value: northland } } }
              lake-country: { type: place, source: page, facts: { within: { value: northland } } }
              southland: { type: place, source: page, facts: { within: { value: world } } }
              hilmis:
                type: mission
                source: page
                facts:
                  place: { value: hill-country }
                  established: { value: 1960-05-01 }
                  ended: { value: 1964-04-30 }
              lakmis:
                type: mission
                source: page
                facts:
                  place: { value: lake-country }
                  established: { value: 1990-02 }
                  ended: { value: 1995-11, source: hearsay }
              soumis:
                type: mission
                source: page
                facts:
                  place: { value: southland }
                  established: { value: 1994 }
              budget:
                type: figure
                source: page
                facts:
                  amount:
                    - { value: ~4200, from: 2016, until: 2016 }
                    - { value: ">5000000", from: 2017, until: 2017 }
                    - { value: 6.5, from: 2018 }
              cars:
                type: figure
                source: page
                facts: { amount: { value: 284..287 } }
              join:
                type: topic
                source: page
                facts: { answer: {} }

            """,
    };
}
