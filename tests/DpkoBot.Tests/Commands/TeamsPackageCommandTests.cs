using System.IO.Compression;
using System.Text.Json;
using DpkoBot.Core.Conversation;
using DpkoBot.Teams;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public sealed class TeamsPackageCommandTests : IDisposable
{
    private const string AppId = "6a1c7f0e-8c1b-4c53-9d2e-2f0a6a7e1b11";

    private readonly TemporaryFolder folder = new();

    private string Package => folder.In("teams.zip");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_package_has_exactly_its_three_files_and_the_manifest_names_the_bot()
    {
        var run = await CommandRun.Of("teams-package", "--app-id", AppId.ToUpperInvariant(), "--domain", "bot.example.org", "--output", Package);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        await using var zip = await ZipFile.OpenReadAsync(Package, TestContext.Current.CancellationToken);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order());
        await using var stream = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var manifest = (await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(AppId, manifest.GetProperty("id").GetString());
        Assert.Equal(AppId, manifest.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("bot.example.org", manifest.GetProperty("validDomains")[0].GetString());
        Assert.DoesNotContain("{", manifest.GetProperty("developer").GetProperty("privacyUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_package_has_the_same_bytes()
    {
        await CommandRun.Of("teams-package", "--app-id", AppId, "--domain", "bot.example.org", "--output", Package);
        var first = await File.ReadAllBytesAsync(Package, TestContext.Current.CancellationToken);

        await CommandRun.Of("teams-package", "--app-id", AppId, "--domain", "bot.example.org", "--output", Package);

        Assert.Equal(first, await File.ReadAllBytesAsync(Package, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--app-id", "not-a-guid", "--domain", "bot.example.org")]
    [InlineData("--domain", "bot.example.org")]
    [InlineData("--app-id", AppId)]
    [InlineData("--app-id", AppId, "--domain", "https://bot.example.org")]
    [InlineData("--app-id", AppId, "--domain", "bot.example.org/path")]
    [InlineData("--app-id", AppId, "--domain", "localhost")]
    [InlineData("--app-id", AppId, "--domain", "bot.example.org", "--privacy", "http://example.org")]
    public async Task What_no_package_can_be_made_of_is_a_sentence(params string[] arguments)
    {
        var run = await CommandRun.Of(["teams-package", .. arguments, "--output", Package]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.NotEmpty(run.Errors);
        Assert.False(File.Exists(Package));
    }

    [Theory]
    [InlineData("\"manifestVersion\": \"1.30\"", "\"manifestVersion\": \"1.5\"")]
    [InlineData("\"short\": \"DpkoBot\"", "\"short\": \"A name that is longer than thirty characters\"")]
    [InlineData("\"accentColor\": \"#009EDB\"", "\"accentColor\": \"blue\"")]
    [InlineData("\"scopes\": [\"personal\", \"team\", \"groupChat\"],\n      \"isNot", "\"scopes\": [\"everywhere\"],\n      \"isNot")]
    [InlineData("\"validDomains\"", "\"unknown\"")]
    [InlineData("\"icons\"", "\"images\"")]
    [InlineData("}", "")]
    public async Task A_manifest_that_Teams_would_refuse_is_told(string right, string wrong)
    {
        var manifest = new AppPackage(AppId, "bot.example.org", "https://bot.example.org/", "https://bot.example.org/").Fill();
        Assert.Contains(right, manifest, StringComparison.Ordinal);

        var problems = await AppPackage.FindProblemsAsync(manifest.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.StartsWith("manifest.json:", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_that_it_offers_is_answered()
    {
        var manifest = JsonDocument.Parse(new AppPackage(AppId, "bot.example.org", "", "").Fill()).RootElement;
        var commands = manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray().ToList();

        Assert.InRange(commands.Count, 1, 12);
        Assert.All(commands, command => Assert.True(Chat.Ask(command.GetProperty("title").GetString()!).Outcome is Outcome.Answer or Outcome.Chitchat, command.ToString()));
    }
}
