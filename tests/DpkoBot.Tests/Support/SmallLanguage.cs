using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Support;

/// <summary>The words and phrases of <see cref="SmallKnowledge"/>.</summary>
internal static class SmallLanguage
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        [Language] = """
            # yaml-language-server: $schema=../schema/language.schema.json
            name: English
            ignorable: [the, a, an]
            leaning: [it, they]
            function: [the, a, an, of, in, is, was, are, were, what]
            interrogatives: [what, which, when, who, how]
            conjunctions: [and]
            time_conjunctions: [when, while]
            contractions:
              what is: [what's]
            type_nouns:
              office: [office, offices]
              mission: [mission, missions]
            type_pronouns:
              office: [its]
              person: [he, she]
            type_interrogatives:
              office: [which]
              person: [who]
            sets:
              relations: { head: [head, heads] }
              plurals: [heads, missions]
              verbs: { head: [led] }
              marks: { place: [deployed] }
              presence: { mission: [peacekeepers] }
              collectives: { mission: [chronicle] }
              cues:
                count: [how many]
                list: [which, list]
                first: [oldest]
                last: [newest]
                longest: [longest]
                shortest: [shortest]
                begin: [began]
                end: [ended]
                active: [running]
                over: [former]
                manner: [why]
                them: [of them]
                neutral: [ever]
              labels:
                mission: [mission, missions]
                head: ["head of {owner}", "heads of {owner}"]
              conditions:
                place: "in {value}"
                position: "who also headed {value}"
            numbers: [no, one, two]
            months: [January, February, March, April, May, June, July, August, September, October, November, December]
            phrases:
              greeting: Hello.
              source: "Source: {sources}."
              sources: "Sources: {sources}."
              as_of: "As of {as_of}."
              stale: "That was {length} ago."
              fallback: I do not know.
              fallback_near: I am not sure.
              fallback_unknown_name: I do not know {name}.
              fallback_no_fact: My sources do not say {asks}.
              fallback_no_fact_in_time: My sources do not say {asks} {time}.
              fallback_no_fact_with: My sources do not say {asks} for {with}.
              fallback_empty_set: My sources have no {set}.
              unverified: Not checked.
              acting: "{name} (acting)"
              set_one: "One {set}:"
              set_many: "{count} {set}:"
              set_more: and {count} more
              set_acting: "Acting: {names}."
              order_first: "First of {count} {set}:"
              order_last: "Last of {count} {set}:"
              order_longest: "Longest of {count} {set}:"
              order_shortest: "Shortest of {count} {set}:"
              set_begin: that began {time}
              set_end: that ended {time}
              set_during: active {time}
              set_active: still active
              set_over: that are over
              set_begin_held: who began {time}
              set_end_held: who left {time}
              set_during_held: who held it {time}
              set_active_held: who hold it
              set_over_held: who left
              status_active: "{subject} was active as of {as_of}, since {begin}."
              status_over: "{subject} is over: {period}."
              status_then: "{subject} was there {time}: {period}."
              status_not_then: "{subject} was not there {time}: {period}."
              period_over: "{subject} was there from {period}: {length}."
              period_open: "{subject} is there since {begin}, {length} as of {as_of}."
              compare_dates: "{first} is {length} older than {second}."
              time_in: in {date}
              time_on: on {date}
              time_since: since {date}
              time_until: until {date}
              time_between: between {start} and {end}
              period_from: since {start}
              period_until: until {end}
              period_from_to: "{start} to {end}"
              length_year: "{count} year"
              length_years: "{count} years"
              length_month: "{count} month"
              length_months: "{count} months"
              length_both: "{years} and {months}"
              number_about: about {number}
              number_more_than: more than {number}
              number_nearly: nearly {number}
              number_range: "{start} to {end}"
              number_million: "{number} million"
              number_billion: "{number} billion"
              clarify: Which of these?
              clarify_subject: Which one?
              list_comma: "{first}, {second}"
              list_two: "{first} and {second}"
              list_last: "{first}, and {last}"
              date_day: "{day} {month} {year}"
              date_month: "{month} {year}"
              date_about: "about {date}"
              date_range: "between {start} and {end}"

            """,
    };
}
