using Konon.Claims;

namespace Konon.Stories;

/// <summary>One who speaks in the story, under whatever spellings the reports give.</summary>
/// <remarks>Two voices are the same when the book that made them says so: compare by reference.</remarks>
public sealed class Voice
{
    internal Voice(string name, string? party, SpeakerType type, string? role)
    {
        Name = name;
        Party = party;
        Type = type;
        Role = role;
    }

    /// <summary>The spelling that most reports give; of equally many the longest.</summary>
    public string Name { get; }

    /// <summary>On whose behalf; null when nobody's or unknown.</summary>
    public string? Party { get; }

    /// <summary>What kind of speaker.</summary>
    public SpeakerType Type { get; }

    /// <summary>The role that is given first; null when none is.</summary>
    public string? Role { get; }

    /// <inheritdoc/>
    public override string ToString() => Party is null ? Name : $"{Name} ({Party})";
}
