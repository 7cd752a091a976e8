using Konon.Stories;

namespace Konon.Web.Telling;

/// <summary>What one speaker says in a story.</summary>
/// <param name="Voice">The speaker; null for claims of which nobody is named.</param>
/// <param name="Said">The statements, in order of time; at least one.</param>
public sealed record VoiceGroup(Voice? Voice, IReadOnlyList<Statement> Said)
{
    /// <summary>What stands for the speaker in an address: the name with the party; empty for nobody.</summary>
    public string Key => Voice?.ToString() ?? "";

    /// <summary>Groups the statements of a story by who says them, those who say most first and nobody last.</summary>
    public static IReadOnlyList<VoiceGroup> Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return [.. story.Statements
            .SelectMany(statement => statement.Voices.DefaultIfEmpty(), (statement, voice) => (Voice: voice, statement))
            .GroupBy(pair => pair.Voice?.ToString() ?? "", StringComparer.Ordinal)
            .Select(own => new VoiceGroup(own.First().Voice, [.. own.Select(pair => pair.statement)]))
            .OrderBy(own => own.Voice is null).ThenByDescending(own => own.Said.Count)];
    }
}
