using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DpkoBot.Activities;
using DpkoBot.Authors;
using DpkoBot.Authors.Gaps;
using DpkoBot.Tests.Support;
using DpkoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DpkoBot.Tests.Authors;

/// <summary>The authors' page, from its door to what is kept of what users asked.</summary>
public sealed class AuthorsPageTests : IDisposable
{
    private const string Key = "open sesame, sixteen";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Without_a_key_there_is_no_page_and_nothing_is_kept(string environment)
    {
        await using var host = new BotHost().In(environment);
        using var client = host.CreateClient();

        using var response = await client.GetAsync(new Uri("/authors", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(host.Services.GetService<GapStore>());
        Assert.Null(host.Services.GetService<ReplyGiven>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic !!!")]
    [InlineData("Bearer open sesame, sixteen")]
    [InlineData("Basic b3BlbiBzZXNhbWU6d3Jvbmc=")]
    public async Task A_wrong_key_is_401_with_a_question_for_the_right_one(string? authorization)
    {
        await using var host = Host();
        using var client = host.CreateClient();
        foreach (var (method, path) in ((string, string)[])[("GET", "/authors"), ("POST", "/authors/why")])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.StartsWith("Basic realm=", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Asked in vain", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_question_is_shown_once_enough_conversations_asked_it_and_without_what_tells_who_asked()
    {
        await using var host = Host();
        using var client = Author(host);

        await AskAsync(host, "one", "Where can Jane Roe park her zeppelin? Write to jane@example.org");
        await AskAsync(host, "two", "where can Mary Quux park her zeppelin? Write to mary@example.org");
        var before = await PageAsync(client);
        await AskAsync(host, "three", "Where can Bob park her zeppelin? Write to bob@example.org");
        var store = host.Services.GetRequiredService<GapStore>();
        for (var i = 0; i < 100 && store.Gaps().Count == 0; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var after = await PageAsync(client);

        Assert.DoesNotContain("zeppelin", before, StringComparison.Ordinal);
        Assert.Contains("zeppelin", after, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", after, StringComparison.Ordinal);
        Assert.All(["Jane", "Mary", "Bob"], name => Assert.DoesNotContain(name, after, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_answered_is_not_kept()
    {
        await using var host = Host();
        for (var conversation = 0; conversation < 4; conversation++)
        {
            await AskAsync(host, $"c{conversation}", "Who heads the department?");
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Empty(host.Services.GetRequiredService<GapStore>().Gaps());
    }

    [Fact]
    public async Task Why_shows_the_words_that_were_recognized_the_score_and_the_facts_with_their_sources()
    {
        await using var host = Host();
        using var client = Author(host);

        var page = await WhyAsync(client, "When was OROLSI <created>?");

        Assert.Contains("<u title=\"office orolsi\">OROLSI</u>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;created&gt;", page, StringComparison.Ordinal);
        Assert.Contains("established", page, StringComparison.Ordinal);
        Assert.Matches("orolsi/established</td><td>2007</td><td>[0-9/-]+</td>", page);
        Assert.Matches(@"facts/offices\.yaml:\d+", page);
        Assert.Matches(@"Score</th><td>\d\.\d\d \((Clear|Sure|Unsure)\)", page);
    }

    [Fact]
    public async Task Why_without_a_question_is_400()
    {
        await using var host = Host();
        using var client = Author(host);
        using var form = new FormUrlEncodedContent([]);

        using var response = await client.PostAsync(new Uri("/authors/why", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_page_runs_no_script_and_is_kept_nowhere()
    {
        await using var host = Host();
        using var client = Author(host);

        using var response = await client.GetAsync(new Uri("/authors", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.StartsWith("default-src 'none'; style-src 'nonce-", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_thumb_in_Teams_is_counted_for_the_last_answer()
    {
        await using var host = Host();
        await AskAsync(host, "t", "Who heads the department?", ChannelIds.Teams);
        var turns = host.Services.GetRequiredService<HandleTurn>();
        using var value = System.Text.Json.JsonDocument.Parse("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"my own words"}}""");

        await turns(Said("t", null, ChannelIds.Teams) with { Type = ActivityTypes.Invoke, Name = "message/submitAction", Value = value.RootElement.Clone() }, TestContext.Current.CancellationToken);

        Assert.Equal(("dpko/head", 0, 1), Assert.Single(host.Services.GetRequiredService<GapStore>().Feedback()));
    }

    [Theory]
    [InlineData("Authors:AccessKey", "short")]
    [InlineData("Authors:MinConversations", "1")]
    [InlineData("Authors:KeepDays", "0")]
    public void A_wrong_setting_is_told_in_a_sentence(string setting, string value)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[setting] = value;
        builder.AddAuthors();
        using var services = builder.Services.BuildServiceProvider();

        var wrong = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<AuthorsOptions>>().Value);

        Assert.StartsWith("Authors:", Assert.Single(wrong.Failures), StringComparison.Ordinal);
    }

    private BotHost Host() => new BotHost()
        .With("Authors:AccessKey", Key).With("Authors:RecordGaps", "true").With("Authors:GapsFile", folder.In("gaps.db"));

    private static HttpClient Author(BotHost host)
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"author:{Key}")));
        return client;
    }

    private static async Task<string> PageAsync(HttpClient client) => await client.GetStringAsync(new Uri("/authors", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> WhyAsync(HttpClient client, string question)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("question", question)]);
        using var response = await client.PostAsync(new Uri("/authors/why", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<TurnResult> AskAsync(BotHost host, string conversation, string question, string channel = ChannelIds.WebChat)
    {
        _ = host.Server;
        return host.Services.GetRequiredService<HandleTurn>()(Said(conversation, question, channel), TestContext.Current.CancellationToken);
    }

    private static Activity Said(string conversation, string? text, string channel) => new()
    {
        Type = ActivityTypes.Message,
        Id = Guid.NewGuid().ToString("N"),
        ChannelId = channel,
        From = new ChannelAccount { Id = "user" },
        Recipient = new ChannelAccount { Id = "bot" },
        Conversation = new ConversationAccount { Id = conversation },
        Text = text,
        Locale = "en",
    };
}
