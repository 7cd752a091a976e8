using Konon.Claims;
using Konon.Ledger;

namespace Konon.Views.Exports;

/// <summary>Counts who says how much over many articles; memory grows with the speakers and their spellings, not with the claims.</summary>
internal sealed class SpeakerTally
{
    private readonly Dictionary<string, SpeakerRow> _rows = new(StringComparer.Ordinal);

    /// <summary>The speakers in order of their ids.</summary>
    public IEnumerable<SpeakerRow> Rows => _rows.Values.OrderBy(row => row.Id, StringComparer.Ordinal);

    /// <summary>Counts the claims of one article.</summary>
    public void Add(ExportedArticle article)
    {
        var read = article.Reading.Article;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (claim, speaker) in article.Reading.Claims.SelectMany(claim => claim.Speakers.Select(speaker => (claim, speaker))))
        {
            var id = ContentId.OfSpeaker(speaker);
            if (!_rows.TryGetValue(id, out var row)) _rows.Add(id, row = new SpeakerRow(id));
            row.Add(speaker, DayOf(claim, read), read.Outlet, isNewArticle: seen.Add(id));
        }
    }

    private static DateOnly? DayOf(Claim claim, Articles.Article article) =>
        claim.SaidOn?.From ?? (article.Published is { Precision: >= Articles.TimePrecision.Day } published ? published.Date : null);
}

/// <summary>One speaker over all articles: a row of the table of speakers.</summary>
internal sealed class SpeakerRow(string id)
{
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _parties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outlets = new(StringComparer.Ordinal);

    public string Id => id;

    public string Name => Most(_names).First();

    public IEnumerable<string> OtherNames => Most(_names).Skip(1);

    public string Type => Most(_types).First();

    public IEnumerable<string> Parties => _parties;

    public int Claims { get; private set; }

    public int Articles { get; private set; }

    public int Outlets => _outlets.Count;

    public DateOnly? First { get; private set; }

    public DateOnly? Last { get; private set; }

    public void Add(Speaker speaker, DateOnly? day, string? outlet, bool isNewArticle)
    {
        Claims++;
        if (isNewArticle) Articles++;
        _names[speaker.Name] = _names.GetValueOrDefault(speaker.Name) + 1;
        var type = WireNames.Of(speaker.Type);
        _types[type] = _types.GetValueOrDefault(type) + 1;
        if (speaker.Party is { } party) _parties.Add(party);
        if (outlet is not null) _outlets.Add(outlet);
        if (day is null) return;
        if (First is null || day < First) First = day;
        if (Last is null || day > Last) Last = day;
    }

    // The most used first; of equally used ones the first of the alphabet, whichever came first.
    private static IEnumerable<string> Most(Dictionary<string, int> uses) =>
        uses.OrderByDescending(use => use.Value).ThenBy(use => use.Key, StringComparer.Ordinal).Select(use => use.Key);
}
