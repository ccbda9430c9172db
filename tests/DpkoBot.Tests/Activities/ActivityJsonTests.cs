using System.Text.Json;
using System.Text.Json.Nodes;
using DpkoBot.Activities;

namespace DpkoBot.Tests.Activities;

public class ActivityJsonTests
{
    [Fact]
    public void Names_are_read_in_any_case_and_written_in_camelCase()
    {
        var activity = Read("""{"TYPE":"message","ChannelID":"emulator","conversation":{"ID":"c"}}""");

        Assert.Equal("emulator", activity.ChannelId);
        Assert.Equal("""{"type":"message","channelId":"emulator","conversation":{"id":"c"}}""", Write(activity));
    }

    [Fact]
    public void What_is_null_is_left_out() =>
        Assert.Equal("""{"type":"ping"}""", Write(Read("""{"type":"ping","text":null,"from":null,"value":null,"attachments":null}""")));

    [Theory]
    [InlineData("""{"type":"message","localTimezone":"Europe/Paris","custom":{"deep":[1,{"a":null}]}}""")]
    [InlineData("""{"type":"message","from":{"id":"u","tenant":"t","properties":{"x":1}}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"c","aadObjectId":"o"}}""")]
    [InlineData("""{"type":"message","entities":[{"type":"clientInfo","locale":"en-US","platform":"Web"}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/x","content":{"body":[]},"fallback":"x"}]}""")]
    [InlineData("""{"type":"message","suggestedActions":{"to":["u"],"actions":[{"type":"imBack","title":"t","value":"v","image":"i"}]}}""")]
    [InlineData("""{"type":"message","channelData":{"clientActivityID":"1","postBack":true},"value":{"question":"q"}}""")]
    public void Unknown_properties_survive_a_round_trip(string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Write(Read(json)))));

    [Theory]
    [InlineData("2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.678Z")]
    [InlineData("2026-01-02T03:04:05.678+02:00", "2026-01-02T01:04:05.678Z")]
    public void Times_are_written_in_UTC(string sent, string written) =>
        Assert.Equal($$"""{"type":"message","timestamp":"{{written}}"}""", Write(Read($$"""{"type":"message","timestamp":"{{sent}}"}""")));

    [Theory]
    [InlineData("""{"timestamp":5}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"from":"me"}""")]
    public void A_value_of_the_wrong_kind_is_no_activity(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void JSON_may_be_128_levels_deep_and_no_deeper()
    {
        Assert.NotNull(Read(Nested(127)).Value);
        Assert.ThrowsAny<JsonException>(() => Read(Nested(128)));

        static string Nested(int arrays) => $$"""{"value":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, ActivityJson.Default.Activity)!;

    private static string Write(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
}
