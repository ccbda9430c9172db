using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Operations;
using DpkoBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DpkoBot.Tests.Operations;

public class StartupCheckTests
{
    [Fact]
    public void Every_problem_in_the_knowledge_has_a_line_of_its_own_and_they_are_counted_at_the_end()
    {
        var problems = Check(new Diagnostic("facts/missions.yaml", 12, "no source"), new Diagnostic("en/names.yaml", 0, "not YAML"));

        Assert.Equal(["facts/missions.yaml:12: no source", "en/names.yaml: not YAML"], problems.Take(2));
        Assert.StartsWith("2 problems", Assert.Single(problems.Skip(2)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_problem_is_one_problem() =>
        Assert.StartsWith("1 problem ", Check(new Diagnostic("a.yaml", 1, "wrong"))[^1], StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_is_wrong_nothing_is_said() => Assert.Empty(Check());

    private static ImmutableArray<string> Check(params Diagnostic[] diagnostics)
    {
        var services = new ServiceCollection();
        services.AddOptions<ConversationOptions>().ValidateOnStart();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(new KnowledgeLoadResult(null, [.. diagnostics]));
        using var provider = services.BuildServiceProvider();
        return StartupCheck.FindProblems(provider);
    }
}
