namespace DpkoBot.Commands;

/// <summary>
/// The settings that the host takes on its command line. System.CommandLine cannot know them all, so they are taken
/// out before it reads the rest; what it then does not know is an error.
/// </summary>
internal static class HostSettings
{
    /// <summary>What ASP.NET reads itself, beside the settings of appsettings.json.</summary>
    private static readonly string[] OfAspNet = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "webRoot", "applicationName"];

    /// <summary>The settings of the program's folder and the process's environment.</summary>
    public static IConfiguration Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>What is left of a command line without the settings.</summary>
    public static IEnumerable<string> LeaveOut(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (IsWholeSetting(arguments[i]))
            {
                continue;
            }

            if (i + 1 < arguments.Count && IsName(arguments[i]))
            {
                i++;
                continue;
            }

            yield return arguments[i];
        }
    }

    /// <summary>"--Name=value", "/Name=value" and "Name=value", of whatever name: ASP.NET itself refuses none.</summary>
    private static bool IsWholeSetting(string argument) => argument.TrimStart('-', '/').IndexOf('=', StringComparison.Ordinal) > 0;

    /// <summary>"--Name" and "/Name" whose value is the next argument; the name has to be known, or to have sections.</summary>
    private static bool IsName(string argument)
    {
        var name = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..] : argument.StartsWith('/') ? argument[1..] : "";
        return name.Length > 0
            && (name.Contains(':', StringComparison.Ordinal)
                || OfAspNet.Concat(Read().GetChildren().Select(setting => setting.Key)).Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
