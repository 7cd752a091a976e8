using System.Globalization;
using Konon.Claims;

namespace Konon.Views;

/// <summary>A brief as a page of text for a terminal or a pipe.</summary>
/// <remarks>
/// From <see cref="Wide"/> columns on a claim takes one line, below that two: who and when, then the words. Long lists
/// are folded and say how much is left out. Nothing out of an article reaches the page but through <see cref="PlainText"/>.
/// </remarks>
public sealed class BriefText
{
    private const int Wide = 110;

    // How much of each list a page shows; found by looking at real briefs of five to twelve reports.
    private const int FoldReports = 12;
    private const int FoldGroups = 8;
    private const int FoldFigures = 12;
    private const int FoldConflicts = 4;
    private const int FoldSide = 3;
    private const int FoldParties = 8;
    private const int FoldSteps = 9;
    private const int FoldClaims = 14;
    private const int FoldLineage = 12;
    private const int FoldCorrections = 6;
    private const int FoldShared = 4;
    private const int DeepestIndent = 8;

    private readonly StoryBrief _brief;
    private readonly BriefOptions _options;
    private readonly UiWords _words;
    private readonly BriefLabels _labels;
    private readonly Page _page;
    private readonly HashSet<object?> _withFigures;
    private readonly int _dayWidth;
    private readonly int _daysWidth;
    private readonly int _stanceWidth;
    private readonly int _stepWidth;

    private BriefText(StoryBrief brief, BriefOptions options, TextWriter output)
    {
        _brief = brief;
        _options = options;
        _words = options.Words;
        _labels = new BriefLabels(brief, options.Words);
        _page = new Page(output, options.Width, options.Colours);
        _dayWidth = Widest(brief.Claims.Select(_labels.Day), 6, 18);
        _daysWidth = Widest(brief.Positions.SelectMany(position => position.Steps).Select(step => _labels.Days(step.Claims)), 6, 22);
        var most = brief.Positions.SelectMany(position => position.Steps).SelectMany(Shown).Select(step => step.Claims.Count).DefaultIfEmpty(1).Max();
        _withFigures = brief.Figures.SelectMany(group => group.Figures).SelectMany(figure => figure.Sources)
            .Select(source => source.Claim)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        _stanceWidth = Widest(Enum.GetValues<Stance>().Select(_words.Stance), 7, 16);
        _stepWidth = _stanceWidth + (most > 1 ? 2 + most.ToString(CultureInfo.InvariantCulture).Length : 0);
    }

    private bool IsWide => _options.Width >= Wide;

    /// <summary>Writes the brief; lines end in a line feed on every system.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is below <see cref="BriefOptions.NarrowestWidth"/>.</exception>
    public static void Write(StoryBrief brief, BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        if (options.Width < BriefOptions.NarrowestWidth)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Width, "width: at least 60 columns");
        }

        new BriefText(brief, options, output).WriteAll();
    }

    private void WriteAll()
    {
        if (_brief.Reports.Count == 0)
        {
            _page.Line(new Run(_words["nothing"]));
        }
        else
        {
            WriteHeadline();
            WriteReports();
            WriteFigures();
            WriteConflicts();
            WriteCorrections();
            WritePositions();
            WriteClaims();
            WriteLineage();
        }

        WriteRefused();
    }

    private void WriteHeadline()
    {
        if (_brief.Name is { } name) _page.Line(new Run(PlainText.OneLine(name), Ink.Strong), new Run("  " + _brief.Id, Ink.Faint));
        Wrap(_labels.Headline(_brief.Counts), Ink.Strong);
        Wrap(_labels.Details(_brief.Counts, _brief.Refused.Count), Ink.Faint);
    }

    // The counts are never cut: what does not fit goes on below.
    private void Wrap(string counts, Ink ink)
    {
        var line = "";
        foreach (var part in counts.Split(" · "))
        {
            var longer = line.Length == 0 ? part : line + " · " + part;
            if (Columns.Of(longer) > _options.Width)
            {
                _page.Line(new Run(line, ink));
                longer = part;
            }

            line = longer;
        }

        _page.Line(new Run(line, ink));
    }

    private void WriteReports()
    {
        Heading("reports");
        var days = Widest(_brief.Reports.Select(_labels.Day), 6, 20);
        var outlets = Widest(_brief.Reports.Select(Outlet), 8, 24);
        foreach (var report in Fold(_brief.Reports, FoldReports))
        {
            var title = report.Title is null ? new Run("“" + report.Opening, Ink.Faint) : new Run(PlainText.OneLine(report.Title));
            _page.Line(
                new Run(Columns.Pad($" [{report.Number}]", 6)),
                new Run(Columns.Pad(_labels.Day(report), days) + "  "),
                new Run(Columns.Pad(Outlet(report), outlets) + "  ", report.Outlet is null ? Ink.Faint : Ink.Strong),
                title);
            if (report.Inputs.Count > 1) Note(_words.Fill("copies", report.Inputs.Count));
            foreach (var note in report.Notes) Note(note);
        }

        More(_brief.Reports.Count, FoldReports, " ");

        void Note(string note) => _page.Line(new Run(new string(' ', 6 + days + 2)), new Run(PlainText.OneLine(note), Ink.Faint));
    }

    private void WriteFigures()
    {
        Heading("figures");
        if (_brief.Figures.Count == 0) None();
        foreach (var group in Fold(_brief.Figures, FoldGroups)) WriteGroup(group, _labels.Counted(group));
        More(_brief.Figures.Count, FoldGroups, " ");
    }

    private void WriteGroup(BriefFigureGroup group, string title)
    {
        _page.Line(new Run(" "), new Run(title, Ink.Strong));
        var values = Widest(group.Figures.Select(_labels.Figure), 8, 26);
        foreach (var figure in Fold(group.Figures, FoldFigures)) WriteFigure(figure, values);
        More(group.Figures.Count, FoldFigures, "   ");
    }

    private void WriteFigure(BriefFigure figure, int values)
    {
        var key = _labels.Key(figure);
        for (var i = 0; i < figure.Sources.Count; i++)
        {
            var (claim, exact, reports) = figure.Sources[i];
            var right = _labels.Day(claim) + "  " + BriefLabels.Reports(reports);
            var value = new Run("   " + Columns.Pad(i == 0 ? _labels.Figure(figure) : "", values) + "  ", Ink.Strong);
            var stance = claim.Stance == Stance.Asserts ? new Run("") : new Run(_words.Stance(claim.Stance) + " ", BriefLabels.Of(claim.Stance));
            var source = _labels.Source(claim);
            if (IsWide)
            {
                var who = Columns.Pad(source, SpeakerWidth - Columns.Of(stance.Text));
                var room = _options.Width - values - SpeakerWidth - 8 - Columns.Of(right);
                var words = Words(claim, exact, key, room, figure.IsBesideLarger);
                _page.Line([value, stance, new Run(who + "  "), new Run(words[0], Ink.Faint)], right);
                foreach (var line in words.Skip(1)) _page.Line(new Run(new string(' ', values + SpeakerWidth + 7)), new Run(line, Ink.Faint));
                continue;
            }

            _page.Line([value, stance, new Run(source)], right);
            if (i > 0) continue;
            foreach (var line in Words(claim, exact, key, _options.Width - values - 5, figure.IsBesideLarger))
            {
                _page.Line(new Run(new string(' ', values + 5)), new Run(line, Ink.Faint));
            }
        }
    }

    // Of a part ("of whom 8,000 …") what comes after it tells what part, so that it gets a second line.
    private static IReadOnlyList<string> Words(BriefClaim claim, string exact, string key, int room, bool isPart)
    {
        var prefix = key.Length == 0 ? "" : $"({key}) ";
        var words = BriefLabels.Words(claim);
        var focus = PlainText.OneLine(exact);
        if (!isPart) return [prefix + Columns.Around(words, focus, room - Columns.Of(prefix))];
        var at = words.IndexOf(focus, StringComparison.Ordinal);
        return Columns.Wrap(prefix + (at > 0 ? "…" + words[at..] : words), room, 2);
    }

    private void WriteConflicts()
    {
        Heading("conflicts");
        if (_brief.FigureConflicts.Count + _brief.Conflicts.Count == 0) None();
        foreach (var group in Fold(_brief.FigureConflicts, FoldConflicts))
        {
            WriteGroup(group, _labels.Counted(group) + " – " + _words["figures.apart"]);
        }

        More(_brief.FigureConflicts.Count, FoldConflicts, " ");
        foreach (var conflict in Fold(_brief.Conflicts, FoldConflicts))
        {
            _page.Line(new Run(" "), new Run(_words["side.stated"], Ink.Strong));
            WriteClaims([.. Fold(conflict.Stated, FoldSide)], "   ");
            More(conflict.Stated.Count, FoldSide, "   ");
            _page.Line(new Run(" "), new Run(_words["side.against"], Ink.Strong));
            WriteClaims([.. Fold(conflict.Against, FoldSide)], "   ");
            More(conflict.Against.Count, FoldSide, "   ");
        }

        More(_brief.Conflicts.Count, FoldConflicts, " ");
    }

    private void WritePositions()
    {
        Heading("positions");
        if (_brief.Positions.Count == 0) None();
        foreach (var position in Fold(_brief.Positions, FoldParties))
        {
            _page.Line(new Run(" "), new Run(_labels.Party(position.Party), Ink.Strong));
            var steps = position.Steps.SelectMany(Shown).ToList();
            foreach (var step in Fold(steps, FoldSteps)) WriteStep(step);
            More(steps.Count, FoldSteps, "   ");
        }

        More(_brief.Positions.Count, FoldParties, " ");
    }

    // A run of assertions is one line; every denial, doubt, refusal and demand is shown in its words.
    private static IEnumerable<BriefStep> Shown(BriefStep step) =>
        step.Stance is Stance.Asserts or Stance.Confirms ? [step] : step.Claims.Select(claim => new BriefStep(step.Stance, [claim]));

    private void WriteStep(BriefStep step)
    {
        // Of a run the first claim with a figure says most.
        var claim = step.Claims.FirstOrDefault(claim => _withFigures.Contains(claim)) ?? step.Claims[0];
        var times = step.Claims.Count > 1 ? $" ×{step.Claims.Count}" : "";
        var names = _labels.Names(step.Claims);
        var words = new Run(BriefLabels.Words(claim), Ink.Faint);
        var day = new Run("   " + Columns.Pad(_labels.Days(step.Claims), _daysWidth) + "  ");
        var stance = new Run(Columns.Pad(_words.Stance(step.Stance) + times, _stepWidth) + "  ", BriefLabels.Of(step.Stance));
        if (IsWide && step.Claims.Count == 1)
        {
            _page.Line([day, stance, new Run(Columns.Pad(string.Join(", ", names), SpeakerWidth) + "  "), words], BriefLabels.Reports(claim.Reports));
            return;
        }

        // Where a party goes on asserting, the claims below have the words.
        WriteNames([day, stance], names, BriefLabels.Reports(claim.Reports));
        if (step.Claims.Count == 1) _page.Line(new Run(new string(' ', _daysWidth + 5)), words);
    }

    // All who spoke are named, over as many lines as that takes: a name that is cut off is a voice that is lost.
    private void WriteNames(IReadOnlyList<Run> left, IReadOnlyList<string> names, string right)
    {
        var indent = _daysWidth + _stepWidth + 7;
        var room = _options.Width - indent - Columns.Of(right) - 1;
        var line = "";
        IEnumerable<Run> before = left;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i] + (i + 1 < names.Count ? "," : "");
            var longer = line.Length == 0 ? name : line + " " + name;
            if (line.Length > 0 && Columns.Of(longer) > room)
            {
                _page.Line([.. before, new Run(line)], right);
                (before, right, longer) = ([new Run(new string(' ', indent))], "", name);
            }

            line = longer;
        }

        _page.Line([.. before, new Run(line)], right);
    }

    private void WriteClaims()
    {
        Heading("claims");
        if (_brief.Claims.Count == 0) None();
        WriteClaims([.. Fold(_brief.Claims, FoldClaims)], " ");
        More(_brief.Claims.Count, FoldClaims, " ");
    }

    // Of claims that differ in their words alone, as in one speech, who and when is said once.
    private void WriteClaims(IReadOnlyList<BriefClaim> claims, string indent)
    {
        string? before = null;
        foreach (var claim in claims)
        {
            var head = string.Join('\n', _labels.Day(claim), claim.Stance, _labels.Source(claim), BriefLabels.Reports(claim.Reports));
            WriteClaim(claim, indent, isDitto: head == before);
            before = head;
        }
    }

    private void WriteClaim(BriefClaim claim, string indent, bool isDitto)
    {
        var words = new Run(BriefLabels.Words(claim), Ink.Faint);
        var narrowIndent = new Run(indent + new string(' ', _dayWidth + 2));
        if (isDitto)
        {
            var wideIndent = new Run(indent + new string(' ', _dayWidth + _stanceWidth + SpeakerWidth + 6));
            _page.Line(IsWide ? wideIndent : narrowIndent, words);
            return;
        }

        var source = _labels.Source(claim);
        var runs = new List<Run>
        {
            new(indent + Columns.Pad(_labels.Day(claim), _dayWidth) + "  "),
            new(Columns.Pad(_words.Stance(claim.Stance), _stanceWidth) + "  ", BriefLabels.Of(claim.Stance)),
            new(IsWide ? Columns.Pad(source, SpeakerWidth) + "  " : source),
        };
        if (IsWide) runs.Add(words);
        _page.Line(runs, BriefLabels.Reports(claim.Reports));
        if (!IsWide) _page.Line(narrowIndent, words);
    }

    // A report from before that is no news; the data have it. A page without any says nothing of them.
    private void WriteCorrections()
    {
        List<BriefCorrection> shown = [.. _brief.Corrections.Where(correction => correction.IsWithdrawn || correction.IsAfter)];
        if (shown.Count == 0) return;
        Heading("corrections");
        foreach (var correction in Fold(shown, FoldCorrections))
        {
            _page.Line(
                new Run($" [{correction.Report}] {_labels.Figure(correction)}  "),
                new Run("“" + PlainText.OneLine(correction.Words) + "”", Ink.Faint));
            _page.Line(
                new Run($"     {_labels.Standing(correction)} [{correction.ByReport}]  "),
                new Run("“" + PlainText.OneLine(correction.ByWords) + "”", Ink.Faint));
        }

        More(shown.Count, FoldCorrections, " ");
    }

    private void WriteLineage()
    {
        Heading("lineage");
        if (_brief.Lineage.Count + _brief.Edges.Count == 0) None();
        foreach (var branch in Fold(_brief.Lineage, FoldLineage)) WriteBranch(branch);
        More(_brief.Lineage.Count, FoldLineage, " ");
        foreach (var edge in Fold(_brief.Edges, FoldShared))
        {
            WriteEdge($" {BriefLabels.Ends(edge)}  ", edge);
        }

        More(_brief.Edges.Count, FoldShared, " ");
    }

    private void WriteBranch(BriefBranch branch)
    {
        var indent = " " + new string(' ', 2 * Math.Min(branch.Depth, DeepestIndent));
        if (!branch.IsReport)
        {
            _page.Line(new Run(indent), new Run(_labels.Source(branch), Ink.Faint));
            return;
        }

        var name = branch.Name is { } outlet ? PlainText.OneLine(outlet) : _words["unnamed-outlet"];
        var left = $"{indent}{(branch.Depth > 0 ? "└ " : "")}[{branch.Node}] {name}  ";
        if (branch.Edge is { } edge) WriteEdge(left, edge);
        else _page.Line(new Run(left.TrimEnd()));
    }

    private void WriteEdge(string left, BriefEdge edge)
    {
        var evidence = edge.Evidence.Length == 0 ? "" : "“" + PlainText.OneLine(edge.Evidence) + "”";
        _page.Line(new Run(left), new Run(_labels.Kind(edge) + "  "), new Run(evidence, Ink.Faint));
    }

    private void WriteRefused()
    {
        if (_brief.Refused.Count == 0) return;
        Heading("refused");
        foreach (var input in _brief.Refused)
        {
            // The end of a path tells more than its start, and the reason must stand in full.
            var reason = PlainText.OneLine(input.Reason);
            var path = PlainText.OneLine(input.Input);
            var room = Math.Max(20, _options.Width - Columns.Of(reason) - 3);
            if (Columns.Of(path) > room) path = "…" + path[^(room - 1)..];
            _page.Line(new Run($" {path}: "), new Run(reason, Ink.Faint));
        }
    }

    private int SpeakerWidth => Math.Min(44, _options.Width * 3 / 10);

    private void Heading(string key)
    {
        _page.Gap();
        var title = _words["heading." + key].ToUpperInvariant();
        var runs = new List<Run> { new(title, Ink.Heading) };
        if (key is not ("reports" or "refused")) runs.Add(new Run("  " + _words[$"heading.{key}.note"], Ink.Faint));
        _page.Line(runs);
    }

    private void None() => _page.Line(new Run(" " + _words["none"], Ink.Faint));

    private IEnumerable<T> Fold<T>(IReadOnlyList<T> items, int most) =>
        // One more line than the fold costs nothing where the "+1 more" would take that line anyway.
        _options.All || items.Count <= most + 1 ? items : items.Take(most);

    private void More(int count, int most, string indent)
    {
        if (!_options.All && count > most + 1) _page.Line(new Run(indent + _words.Fill("more", count - most), Ink.Faint));
    }

    private string Outlet(BriefReport report) => report.Outlet is null ? _words["unnamed-outlet"] : PlainText.OneLine(report.Outlet);

    private static int Widest(IEnumerable<string> texts, int least, int most) =>
        Math.Clamp(texts.Select(Columns.Of).DefaultIfEmpty(0).Max(), least, most);
}
