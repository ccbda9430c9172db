namespace DpkoBot.Activities;

/// <summary>The answer to an activity whose delivery mode is <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
