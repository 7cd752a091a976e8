using Konon.Claims;
using Konon.Ledger.Revisions;

namespace Konon.Views;

/// <summary>The phrases that the views of a revision share.</summary>
internal static class RevisionWords
{
    public static string Versions(RevisionPage page, UiWords words) =>
        $"{words.Fill("revision.version", page.From.Number)} ({page.From.Time}) → {words.Fill("revision.version", page.To.Number)} ({page.To.Time})";

    /// <summary>What kind of change it is.</summary>
    public static string Kind(Revision revision, UiWords words) =>
        words[!revision.IsEdit ? "revision.no-edit" : revision.IsSilent ? "revision.silent" : "revision.noted"];

    public static string Counts(Revision revision, UiWords words) => string.Join(
        ", ",
        new[]
        {
            (Key: "revision.changed", Count: revision.Claims.Count(change => change is { Before: not null, After: not null })),
            (Key: "revision.added", Count: revision.Claims.Count(change => change.Before is null)),
            (Key: "revision.removed", Count: revision.Claims.Count(change => change.After is null)),
        }.Where(entry => entry.Count > 0).Select(entry => words.Fill(entry.Key, entry.Count)));

    public static string Who(Claim claim, UiWords words) => claim.Speakers.Count == 0
        ? words["nobody"]
        : PlainText.OneLine(string.Join(", ", claim.Speakers.Select(speaker => speaker.Name)));

    /// <summary>A field in words: "figure 2 value".</summary>
    public static string Field(string name, UiWords words) =>
        string.Join(' ', name.Split('.').Select(part => words.Optional("revision.field." + part) ?? part));
}
