using System.Diagnostics.Metrics;
using System.Net;
using DpkoBot.Activities;
using DpkoBot.Teams;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Teams;

public class FeedbackTests(BotHost host) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("like")]
    [InlineData("dislike")]
    public async Task A_thumb_is_counted_and_what_was_written_with_it_is_not_kept(string reaction)
    {
        using var count = new FeedbackCount();

        using var response = await host.PostAsync(Submit($$$"""{"actionName":"feedback","actionValue":{"reaction":"{{{reaction}}}","feedback":"{\"feedbackText\":\"my secret words\"}"}}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(reaction, count.Reactions);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"feedback","actionValue":"like"}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"\ud800"}}""")]
    public async Task Feedback_that_says_nothing_is_400(string value)
    {
        using var response = await host.PostAsync(Submit(value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"actionName":"other"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Another_action_is_501(string value)
    {
        using var response = await host.PostAsync(Submit(value));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    private static string Submit(string value) =>
        $$"""{"type":"invoke","name":"message/submitAction","channelId":"msteams","id":"{{Guid.NewGuid()}}","conversation":{"id":"c"},"value":{{value}}}""";

    private sealed class FeedbackCount : IDisposable
    {
        private readonly MeterListener listener = new();

        public FeedbackCount()
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == Feedback.CounterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Reactions.Add((string)tags[0].Value!));
            listener.Start();
        }

        public System.Collections.Concurrent.ConcurrentBag<string> Reactions { get; } = [];

        public void Dispose() => listener.Dispose();
    }
}
