using System.Text.Json;
using DpkoBot.Activities;
using DpkoBot.Core.Conversation;
using DpkoBot.Teams;
using DpkoBot.Tests.Support;
using DpkoBot.Turns;

namespace DpkoBot.Tests.Teams;

public class TeamsMessageTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task An_answer_tells_its_sources_as_Teams_shows_them()
    {
        var reply = Assert.Single(await host.AskAsync(Incoming.Message(channelId: ChannelIds.Teams)));

        var entity = Assert.Single(reply.Entities!, entity => entity.Type == "https://schema.org/Message");
        Assert.Equal(("Message", "https://schema.org"), (entity.Extra!["@type"].GetString(), entity.Extra["@context"].GetString()));
        var claims = entity.Extra["citation"].EnumerateArray().ToList();
        Assert.NotEmpty(claims);
        for (var number = 1; number <= claims.Count; number++)
        {
            var document = claims[number - 1].GetProperty("appearance");
            Assert.Equal(number, claims[number - 1].GetProperty("position").GetInt32());
            Assert.Equal("DigitalDocument", document.GetProperty("@type").GetString());
            Assert.True(!document.TryGetProperty("url", out var url) || url.GetString()!.StartsWith("https://", StringComparison.Ordinal));
            Assert.InRange(document.GetProperty("name").GetString()!.Length, 1, 80);
            Assert.InRange(document.GetProperty("abstract").GetString()!.Length, 1, 160);
            Assert.Contains($" [{number}], ", reply.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("AIGenerated", JsonSerializer.Serialize(reply, ActivityJson.Default.Activity), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_source_has_its_number_behind_its_name_also_where_one_is_part_of_another()
    {
        var reply = new BotReply
        {
            Outcome = Outcome.Answer,
            Language = "en",
            Text = "UN Peacekeeping has offices.\n\nSources: [UN Peacekeeping](https://a.example), 2024; [UN Peacekeeping: Offices](https://b.example), 2025; A book, 2020",
            Citations = [new("UN Peacekeeping", "https://a.example", "2024"), new("UN Peacekeeping: Offices", "https://b.example", "2025"), new("A book", null, "2020")],
        };

        var message = Assert.Single(ReplyRenderer.Render(Incoming.Message(channelId: ChannelIds.Teams), reply));

        Assert.EndsWith("Sources: [UN Peacekeeping](https://a.example) [1], 2024; [UN Peacekeeping: Offices](https://b.example) [2], 2025; A book [3], 2020", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChannelIds.WebChat)]
    [InlineData(ChannelIds.Emulator)]
    public async Task Other_channels_get_neither_numbers_nor_thumbs(string channelId)
    {
        var reply = (await host.AskAsync(Incoming.Message(channelId: channelId)))[0];

        Assert.DoesNotContain("[1]", reply.Text, StringComparison.Ordinal);
        Assert.Null(reply.Entities);
        Assert.Null(reply.ChannelData);
    }

    [Fact]
    public async Task An_answer_asks_for_feedback_and_a_greeting_does_not()
    {
        var answer = Assert.Single(await host.AskAsync(Incoming.Message(channelId: ChannelIds.Teams)));
        var greeting = Assert.Single(await host.AskAsync(Incoming.Of(ActivityTypes.ConversationUpdate, ChannelIds.Teams) with { MembersAdded = [Incoming.User] }));

        Assert.Equal("default", answer.ChannelData!.Value.GetProperty("feedbackLoop").GetProperty("type").GetString());
        Assert.Null(greeting.ChannelData);
    }

    [Theory]
    [InlineData("personal", true)]
    [InlineData("groupChat", false)]
    [InlineData("channel", false)]
    public async Task Buttons_are_for_personal_chats_as_Teams_takes_them_nowhere_else(string scope, bool expected)
    {
        var message = Incoming.Message(channelId: ChannelIds.Teams);

        var reply = Assert.Single(await host.AskAsync(message with { Conversation = message.Conversation! with { ConversationType = scope } }));

        Assert.Equal(expected, reply.SuggestedActions is not null);
    }

    [Fact]
    public void A_message_that_is_too_large_goes_without_its_cards()
    {
        Activity Message(int size) => new()
        {
            Type = ActivityTypes.Message,
            Text = "text",
            Attachments = [new Attachment { Content = JsonSerializer.SerializeToElement(new string('x', size), ActivityJson.Default.String) }],
        };

        Assert.NotNull(TeamsLimits.Fit(Message(50_000)).Attachments);
        Assert.Null(TeamsLimits.Fit(Message(51_200)).Attachments);
        Assert.Equal("text", TeamsLimits.Fit(Message(51_200)).Text);
    }

    [Fact]
    public void The_longest_text_stays_below_what_Teams_takes_in_any_script()
    {
        var reply = new BotReply { Outcome = Outcome.Answer, Text = string.Concat(Enumerable.Repeat("維", 40_000)), Language = "zh" };

        var messages = ReplyRenderer.Render(Incoming.Message(channelId: ChannelIds.Teams), reply);

        Assert.True(messages.Length > 1);
        Assert.All(messages, message => Assert.InRange(JsonSerializer.Serialize(message, ActivityJson.Default.Activity).Length, 1, TeamsLimits.MaxMessageBytes));
        Assert.Equal(reply.Text, string.Concat(messages.Select(message => message.Text)));
    }

    [Fact]
    public async Task The_language_may_stand_in_the_clients_own_words()
    {
        var client = JsonSerializer.Deserialize("""{"type":"clientInfo","locale":"en-GB"}""", ActivityJson.Default.Entity)!;

        Assert.NotEmpty(await host.AskAsync(Incoming.Message(channelId: ChannelIds.Teams) with { Locale = null, Entities = [client] }));
    }
}
