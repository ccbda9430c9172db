namespace DpkoBot.Operations.Limits;

/// <summary>The section <c>Limits</c> of the settings: what one client may ask for, so that the others are served too.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    public const int Most = 1_000_000;

    /// <summary>So many requests a minute may come from one address. Channels, which prove who they are, are not counted.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>So many connections may be open at once, WebSockets among them; further ones are closed at once.</summary>
    public int Connections { get; set; } = 20_000;
}
