namespace Konon.Views;

/// <summary>A speaker in one run of words.</summary>
internal static class SpeakerWords
{
    /// <summary>The name, and the party in brackets where it is not the name's own end: "PT Contoh Jaya", not "PT Contoh Jaya (Contoh Jaya)".</summary>
    public static string WithParty(string name, string? party)
    {
        if (party is null) return name;
        var before = name.Length - party.Length;
        var ends = name.EndsWith(party, StringComparison.Ordinal) && (before == 0 || name[before - 1] == ' ');
        return ends ? name : $"{name} ({party})";
    }
}
