using System.Text.Json;
using DpkoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using ActivityJson = DpkoBot.Activities.ActivityJson;

namespace DpkoBot.BotBuilder;

/// <summary>Hands each turn of the SDK to the host's own. The two kinds of activities are the same JSON.</summary>
public sealed class TurnBot(HandleTurn turn) : TeamsActivityHandler
{
    private static readonly JsonSerializerSettings SdkJson = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ContractResolver = new ReadOnlyJsonContractResolver(),
        MaxDepth = 128,
        // Half of a surrogate pair survives as an escape alone.
        StringEscapeHandling = StringEscapeHandling.EscapeNonAscii,
    };

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var result = await turn(FromSdk(turnContext.Activity), cancellationToken);
        if (result.InvokeResponse is { } response)
        {
            await turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = ToSdk(response) }, cancellationToken);
        }

        if (!result.Replies.IsEmpty)
        {
            await turnContext.SendActivitiesAsync([.. result.Replies.Select(ToSdk)], cancellationToken);
        }
    }

    private static Activities.Activity FromSdk(Activity activity) =>
        System.Text.Json.JsonSerializer.Deserialize(JsonConvert.SerializeObject(activity, SdkJson), ActivityJson.Default.Activity)!;

    private static Activity ToSdk(Activities.Activity activity) =>
        JsonConvert.DeserializeObject<Activity>(System.Text.Json.JsonSerializer.Serialize(activity, ActivityJson.Default.Activity), SdkJson)!;

    private static Microsoft.Bot.Builder.InvokeResponse ToSdk(Turns.InvokeResponse response) => new()
    {
        Status = response.Status,
        Body = response.Body is { ValueKind: not JsonValueKind.Undefined } body ? JToken.Parse(body.GetRawText()) : null,
    };
}
