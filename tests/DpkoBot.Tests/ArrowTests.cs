using System.Reflection;
using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests;

/// <summary>Holds the arrows of the design: which part may know of which.</summary>
public class ArrowTests
{
    private const string Program = "";

    /// <summary>What each folder of the host may use beside itself. A folder that is new has to be given its place here.</summary>
    private static readonly Dictionary<string, string[]> Host = new()
    {
        ["Activities"] = [],
        ["Turns"] = ["Activities"],
        ["Operations"] = [],
        ["BotFramework"] = ["Activities", "Turns", "Operations"],
        ["BotBuilder"] = ["Activities", "Turns", "Operations"],
        ["DirectLine"] = ["Activities", "Turns", "Operations"],
        ["Teams"] = ["Activities", "Turns", "Operations"],
        ["Authors"] = ["Turns", "Operations"],
        ["WebChat"] = ["DirectLine", "Turns", "Operations"],
        ["Commands"] = ["Activities", "Turns", "Operations", "BotFramework", "DirectLine", "Teams", "WebChat", "Authors"],
    };

    private static readonly Dictionary<string, string[]> Core = new()
    {
        ["Text"] = [],
        ["Knowledge"] = ["Text"],
        ["Recognition"] = ["Text", "Knowledge"],
        ["Conversation"] = ["Text", "Recognition", "Knowledge"],
    };

    [Fact]
    public void The_hosts_arrows_run_one_way() => AssertArrows(typeof(Program).Assembly, "DpkoBot", Host);

    [Fact]
    public void Cores_arrows_run_one_way() => AssertArrows(typeof(AnswerEngine).Assembly, "DpkoBot.Core", Core);

    [Fact]
    public void Core_knows_nothing_of_the_web_and_of_the_host() =>
        Assert.DoesNotContain(
            typeof(AnswerEngine).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name is "DpkoBot" or "System.Net.Http" || assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Activities_know_nothing_of_the_web() =>
        Assert.DoesNotContain(
            TypesIn(typeof(Program).Assembly, "DpkoBot.Activities").SelectMany(UsedTypes.Of),
            type => type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) ?? false);

    [Fact]
    public void Only_turns_and_what_composes_the_host_know_of_questions() =>
        Assert.All(
            (string[])["Activities", "BotFramework", "DirectLine", "WebChat"],
            folder => Assert.DoesNotContain(
                TypesIn(typeof(Program).Assembly, $"DpkoBot.{folder}").SelectMany(UsedTypes.Of),
                type => type.Assembly == typeof(AnswerEngine).Assembly));

    private static void AssertArrows(Assembly assembly, string root, Dictionary<string, string[]> allowed)
    {
        var forbidden =
            from type in assembly.GetTypes()
            let user = FolderOf(type, root)
            where user is not (null or Program)
            from used in UsedTypes.Of(type)
            where used.Assembly == assembly
            let folder = FolderOf(used, root)
            where folder is not null && folder != user
            where !allowed.TryGetValue(user, out var arrows) || !arrows.Contains(folder)
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(forbidden.Distinct());
        Assert.Contains(assembly.GetTypes(), type => FolderOf(type, root) is { Length: > 0 });
    }

    private static IEnumerable<Type> TypesIn(Assembly assembly, string @namespace) =>
        assembly.GetTypes().Where(type => type.Namespace == @namespace || (type.Namespace?.StartsWith(@namespace + ".", StringComparison.Ordinal) ?? false));

    // Null for what is not in the root's namespace at all, such as what compilers add.
    private static string? FolderOf(Type type, string root) => type.Namespace switch
    {
        null => type.Name.StartsWith("Program", StringComparison.Ordinal) ? Program : null,
        var name when name.StartsWith(root + ".", StringComparison.Ordinal) => name[(root.Length + 1)..].Split('.')[0],
        _ => null,
    };
}
