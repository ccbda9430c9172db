namespace DpkoBot.Operations.Limits;

/// <summary>Metadata of an endpoint whose clients expect errors in a shape of their own.</summary>
/// <param name="WriteAsync">Writes that there were too many requests.</param>
internal sealed record RefusalBody(Func<HttpContext, Task> WriteAsync);
