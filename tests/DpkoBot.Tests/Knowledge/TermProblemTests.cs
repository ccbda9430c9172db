using DpkoBot.Tests.Support;
using static DpkoBot.Tests.Support.SmallKnowledge;

namespace DpkoBot.Tests.Knowledge;

/// <summary>What can be wrong with times: of who holds what is always held, and of what begins and ends.</summary>
public sealed class TermProblemTests : IDisposable
{
    private const string Last = "{ value: emil-fox, from: 2010 }";
    private readonly KnowledgeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_gap_of_more_than_three_months() => folder
        .Replacing(Facts, Last, "{ value: emil-fox, from: 2010-04-01 }")
        .HasOneProblem(Facts, "emil-fox", "`head` of `dept`", "`emil-fox` starts 2010-04-01, but the one before ended 2009", "`gap: true`");

    [Theory]
    [InlineData("from: 2010-03-31")]
    [InlineData("from: 2011~")]
    [InlineData("from: 2013, gap: true")]
    public void A_shorter_gap_a_date_that_is_not_exact_and_a_gap_that_is_marked_are_no_problems(string since) => folder
        .Replacing(Facts, Last, $"{{ value: emil-fox, {since} }}")
        .LoadGood();

    [Fact]
    public void A_mark_where_there_is_no_gap() => folder
        .Replacing(Facts, Last, "{ value: emil-fox, from: 2010, gap: true }")
        .HasOneProblem(Facts, "emil-fox", "`emil-fox` has `gap: true`, but there is no gap before it", "delete");

    [Fact]
    public void Who_stands_in_fills_a_gap() => folder
        .Replacing(Facts, Last, "{ value: ben-cole, from: 2010, until: 2010-11, acting: true }\n        - { value: emil-fox, from: 2011-01 }")
        .LoadGood();

    [Fact]
    public void Who_stands_in_does_so_while_another_holds_the_post() => folder
        .Replacing(Facts, "from: 1997-01, until: 1997-02,", "from: 2003-01, until: 2003-06,")
        .LoadGood();

    [Fact]
    public void Two_who_hold_it_at_a_time() => folder
        .Replacing(Facts, Last, "{ value: emil-fox, from: 2008-05 }")
        .HasOneProblem(Facts, "emil-fox", "`emil-fox` starts (2008-05) before that of `carla-diaz` ends (2009)", "`acting: true`");

    [Fact]
    public void Who_has_no_end_though_another_follows() => folder
        .Replacing(Facts, "from: 1997-03-01, until: 2009", "from: 1997-03-01")
        .HasOneProblem(Facts, "carla-diaz", "`carla-diaz` has no `until`, but `emil-fox` follows");

    [Fact]
    public void What_need_not_always_be_held_can_have_gaps() => folder
        .Replacing(Ontology, "always_held: true, ", "")
        .Replacing(Facts, Last, "{ value: emil-fox, from: 2015 }")
        .LoadGood();

    [Fact]
    public void A_subject_that_ends_before_it_begins() => folder
        .Replacing(Field, "ended: { value: 1992 }", "ended: { value: 1949-12 }")
        .HasOneProblem(Field, "ended: { value: 1949-12 }", "`desk` ends (1949-12) before it begins (1950)");
}
