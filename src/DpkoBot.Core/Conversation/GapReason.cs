namespace DpkoBot.Core.Conversation;

/// <summary>Why a question got no answer.</summary>
public enum GapReason
{
    /// <summary>It is like nothing that people ask here.</summary>
    NotUnderstood,

    /// <summary>It is like a known question, but not enough so.</summary>
    NotSure,

    /// <summary>It can mean several things, of which none is far ahead.</summary>
    Ambiguous,

    /// <summary>It names something that the knowledge does not know.</summary>
    UnknownName,

    /// <summary>It was understood, and the knowledge lacks the fact.</summary>
    NoFact,
}
