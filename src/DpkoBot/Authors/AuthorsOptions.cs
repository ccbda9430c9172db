namespace DpkoBot.Authors;

/// <summary>The section <c>Authors</c> of the settings.</summary>
public sealed class AuthorsOptions
{
    public const string Section = "Authors";

    /// <summary>Shorter keys can be guessed.</summary>
    public const int MinKeyLength = 16;

    /// <summary>What authors type to see the page /authors; without it, there is no such page.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>Whether questions without an answer are kept.</summary>
    public bool RecordGaps { get; set; }

    /// <summary>A question's words are kept and shown once so many conversations asked it.</summary>
    public int MinConversations { get; set; } = 3;

    /// <summary>After so many days, what was kept is deleted.</summary>
    public int KeepDays { get; set; } = 90;

    /// <summary>The file that keeps them, relative to the program's own folder.</summary>
    public string GapsFile { get; set; } = "gaps.db";

    /// <summary>Keys the hashes of what was not asked often enough yet. Without it, each start makes a new one, and counts begin anew.</summary>
    public string HashKey { get; set; } = "";
}
