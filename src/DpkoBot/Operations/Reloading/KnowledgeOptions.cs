namespace DpkoBot.Operations.Reloading;

/// <summary>The section <c>Knowledge</c> of the settings.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>How often it is looked whether files changed, so that they are taken without a restart. 0: never.</summary>
    public int CheckSeconds { get; set; } = 2;
}
