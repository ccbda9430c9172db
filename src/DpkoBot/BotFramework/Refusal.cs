using Microsoft.AspNetCore.Http.HttpResults;

namespace DpkoBot.BotFramework;

/// <summary>Why a request is refused, in a sentence for whoever wrote the client.</summary>
public sealed record Refusal(int Status, string Sentence)
{
    public static Refusal OfStranger { get; } = new(StatusCodes.Status401Unauthorized, "The bot answers only callers who can prove who they are.");

    public ProblemHttpResult ToResult() => TypedResults.Problem(Sentence, statusCode: Status);
}
