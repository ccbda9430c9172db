namespace DpkoBot.Commands;

/// <summary>What a command tells the program that called it.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The command could not do its work, or what it checked is not good enough.</summary>
    public const int Failed = 1;

    /// <summary>A question got no answer: it was not understood, is not in the knowledge, or was declined.</summary>
    public const int NotAnswered = 2;

    /// <summary>Two versions of the knowledge answer differently, and nothing gets worse.</summary>
    public const int Changed = 2;

    /// <summary>The user stopped it; what shells report for Ctrl+C.</summary>
    public const int Interrupted = 130;
}
