using System.CommandLine;
using System.CommandLine.Parsing;
using DpkoBot.Teams;

namespace DpkoBot.Commands;

/// <summary>Writes the app package with which the bot is installed in Teams.</summary>
internal static class TeamsPackageCommand
{
    public static Command Create(Terminal terminal)
    {
        var appId = new Option<Guid>("--app-id") { Description = "The application (client) ID of the bot's registration.", HelpName = "GUID", Required = true };
        var domain = new Option<string>("--domain") { Description = "The host at which the bot is reached, such as bot.example.org.", HelpName = "HOST", Required = true };
        var privacy = new Option<string?>("--privacy") { Description = "Where the privacy statement is; the bot's own page unless told.", HelpName = "URL" };
        var terms = new Option<string?>("--terms") { Description = "Where the terms of use are; the bot's own page unless told.", HelpName = "URL" };
        var output = new Option<string>("--output") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => "dpkobot-teams.zip" };
        domain.Validators.Add(RejectWhatIsNoHost);
        privacy.Validators.Add(RejectWhatIsNoAddress);
        terms.Validators.Add(RejectWhatIsNoAddress);
        var command = new Command("teams-package", "Checks the Teams app package against Microsoft's schema and writes it as a zip: upload it in Teams under Apps, Manage your apps.")
        {
            appId, domain, privacy, terms, output,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var host = parsed.GetRequiredValue(domain);
            var package = new AppPackage(
                parsed.GetRequiredValue(appId).ToString(),
                host,
                parsed.GetValue(privacy) ?? $"https://{host}/",
                parsed.GetValue(terms) ?? $"https://{host}/");
            return RunAsync(terminal, package, parsed.GetRequiredValue(output), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, AppPackage package, string path, CancellationToken cancellationToken)
    {
        var manifest = package.Fill();
        var problems = await AppPackage.FindProblemsAsync(manifest, cancellationToken);
        foreach (var problem in problems)
        {
            terminal.Errors.WriteRawLine(problem);
        }

        if (!problems.IsEmpty)
        {
            return ExitCode.Failed;
        }

        await using (var file = File.Create(path))
        {
            AppPackage.Write(manifest, file);
        }

        terminal.Out.WriteRawLine($"{path} is written, and its manifest is valid. Upload it in Teams: Apps, Manage your apps, Upload an app.");
        return ExitCode.Fine;
    }

    private static void RejectWhatIsNoHost(OptionResult result)
    {
        var host = result.GetValueOrDefault<string>() ?? "";
        if (Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal) || host.Length > 253)
        {
            result.AddError("--domain takes a host's name alone, without https:// and without a path, such as bot.example.org.");
        }
    }

    private static void RejectWhatIsNoAddress(OptionResult result)
    {
        var address = result.GetValueOrDefault<string>();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || address.AsSpan().ContainsAny("\"\\\n"))
        {
            result.AddError($"{result.Option.Name} takes an address with https, such as https://example.org/privacy.");
        }
    }
}
