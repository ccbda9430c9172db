using System.Reflection;

namespace DpkoBot.Operations;

/// <summary>Which build of the bot this is.</summary>
public static class BotVersion
{
    private static readonly string[] Parts =
        (typeof(BotVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+');

    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Number => Parts[0];

    /// <summary>The commit that it was built from; empty where the build did not know.</summary>
    public static string Commit => Parts.Length > 1 ? Parts[1] : "";
}
