using DpkoBot.Commands;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Commands;

public class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://localhost:5000")]
    [InlineData("--urls=http://localhost:5000")]
    [InlineData("--Urls", "http://localhost:5000", "--environment", "Development")]
    [InlineData("--http_ports", "8080")]
    [InlineData("--contentRoot=/somewhere", "--applicationName=DpkoBot")]
    [InlineData("--Knowledge:Folder=elsewhere")]
    [InlineData("--Knowledge:Folder", "elsewhere")]
    [InlineData("/Knowledge:Folder", "elsewhere")]
    [InlineData("Knowledge:Folder=elsewhere")]
    [InlineData("--MicrosoftAppId", "id")]
    public void The_hosts_own_settings_serve(params string[] arguments) => Assert.True(CommandLine.Parse(arguments).Serves);

    [Theory]
    [InlineData("aks")]
    [InlineData("--bogus")]
    [InlineData("--bogus", "value")]
    [InlineData("--urls=http://localhost:5000", "aks")]
    [InlineData("ask", "who heads the department", "--bogus")]
    [InlineData("chat", "--bogus")]
    [InlineData("check", "--bogus")]
    [InlineData("coverage", "--bogus")]
    [InlineData("eval", "file.yaml", "--bogus")]
    [InlineData("eval", "--Knowledge:Folder=elsewhere", "file.yaml")]
    public async Task What_is_not_known_is_an_error_that_names_it(params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Unrecognized", run.Errors, StringComparison.Ordinal);
        Assert.Contains(arguments.First(argument => argument.Contains("bogus") || argument.Contains("aks") || argument.Contains("elsewhere")), run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls")]
    [InlineData("ask")]
    [InlineData("eval")]
    public async Task What_is_missing_is_an_error(params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("missing", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_every_command_in_a_line()
    {
        var run = await CommandRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            (string[])["ask <question>", "chat ", "check ", "coverage ", "eval <FILE>", "--urls", "--version"],
            name => Assert.Contains($"\n  {name}", run.Output.Replace("-?, -h, ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_a_number()
    {
        var run = await CommandRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Fact]
    public async Task The_program_runs_a_command_instead_of_serving()
    {
        var (exitCode, output, errors) = await HostProcess.RunAsync("check", "--knowledge", "nowhere");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("nowhere: there is no such folder", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }
}
