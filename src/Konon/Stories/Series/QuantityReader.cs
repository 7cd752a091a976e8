using Konon.Claims;
using Konon.Languages;
using Konon.Text;

namespace Konon.Stories.Series;

/// <summary>Reads, of the figures of one sentence, what each counts: noun, status, whose, where, in which scope, as of when.</summary>
/// <remarks>Looks of bounded length to both sides; the words are those of <c>counted.txt</c> and <c>series.txt</c>.</remarks>
internal sealed partial class QuantityReader(
    Report report, List<SentenceWord> words, List<(Figure Figure, Statement? Statement)> figures, List<TimeRead> times)
{
    // How far a status may stand from its number: "sebanyak 10 orang warga desa itu dilaporkan telah meninggal".
    private const int StatusReachBehind = 7;
    private const int StatusReachBefore = 8;
    private const int ScopeBehind = 5;
    private const int ScopeBefore = 7;
    private const int MeasureBefore = 12;
    private const int NameBefore = 16;
    private const int SizeReach = 6;

    private readonly string _text = report.Article.Text;
    private readonly SeriesWords _table = SeriesWords.Of(report.Article.Language);
    private readonly int[] _figureAt = new int[words.Count];
    private readonly List<(int Start, int End)> _ranges = [];
    private readonly List<Sighting> _read = [];

    /// <summary>Reads them in their order.</summary>
    public void Run(List<Sighting> into)
    {
        Array.Fill(_figureAt, -1);
        foreach (var (figure, _) in figures) _ranges.Add(RangeOf(figure.Span));
        for (var i = 0; i < _ranges.Count; i++) _figureAt.AsSpan(_ranges[i].Start, _ranges[i].End - _ranges[i].Start).Fill(i);
        var corrects = Corrects();
        for (var i = 0; i < figures.Count; i++) _read.Add(Read(i, corrects));
        MarkParts();
        TakeBack(corrects);
        into.AddRange(_read);
    }

    private (int Start, int End) RangeOf(TextSpan span)
    {
        var start = words.FindIndex(word => word.Span.End > span.Start);
        if (start < 0) start = words.Count - 1;
        var end = start;
        while (end < words.Count && words[end].Span.Start < span.End) end++;
        return (start, Math.Max(end, start));
    }

    private Sighting Read(int i, bool corrects)
    {
        var (figure, statement) = figures[i];
        var (noun, name) = NounOf(i);
        var before = Listed(i);
        var status = StatusOf(i) ?? (before is null ? null : StatusIn(before)) ?? FromClaim(figure) ?? RulingBefore(i);
        var scope = ScopeOf(i, noun, before);
        var measure = figure.Unit is null ? SizeBefore(i) : MeasureOf(i);
        var of = WhoseOf(i, status, measure);
        if (figure.Unit is not null || measure is not null) (noun, name) = (measure ?? "", measure ?? figure.Unit!);
        if (scope.Scope == FigureScope.OutOf) status = null;
        var takes = (measure is null && NumberTable.TakesStatus(figure.Unit)) || (measure is not null && status is { Change: "ruled" });
        var change = takes && status is not null ? status.Change : measure is not null ? "whole" : _table.Counted.Counted(name)?.Change;
        return new Sighting
        {
            Report = report,
            Statement = statement,
            Figure = figure,
            Key = new SeriesKey(noun, of, takes ? status?.FiledUnder : null, PlaceOf(i), scope.Scope, figure.Unit) { Change = change },
            Words = name,
            Sentence = new TextSpan(words[0].Span.Start, words[^1].Span.End),
            AsOf = figure.AsOf ?? AsOf(i),
            IsFormer = scope.IsFormer,
            IsChange = scope.IsChange,
            Corrects = corrects,
        };
    }

    private string? PlaceOf(int i)
    {
        if (figures[i].Figure.Scope is { Length: > 0 } scope) return scope;
        if (words.Count < 3 || !_table.Is("in", words[0]) || !words[1].IsCapital) return null;
        var end = 2;
        while (end < words.Count && words[end].IsCapital && !words[end].IsMark && end < 5) end++;
        return end < _ranges[i].Start && !Enumerable.Range(end, _ranges[i].Start - end).Any(IsCount)
            ? _text[words[1].Span.Start..words[end - 1].Span.End]
            : null;
    }

    // "per 10 Juni", "hingga Selasa (10/6)": a time behind a word that says as of when.
    private DayRange? AsOf(int i)
    {
        foreach (var time in times)
        {
            if (time.Days is not { } days) continue;
            var at = words.FindIndex(word => word.Span.Start >= time.Span.Start);
            if (at <= 0 || _figureAt[at] == i) continue;
            for (var from = Math.Max(0, at - 3); from < at; from++)
            {
                var count = _table.PhraseAt(words, from, at, out var kind, out _);
                if (count > 0 && kind == "as-of" && from + count >= at - 1) return days;
            }
        }

        return null;
    }
}
