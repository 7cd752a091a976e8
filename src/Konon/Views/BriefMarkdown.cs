using Konon.Claims;

namespace Konon.Views;

/// <summary>A brief as Markdown (CommonMark with tables), to paste into a ticket or an editorial system.</summary>
/// <remarks>What stands in an article is escaped: it can make no link, no heading and no HTML of the page.</remarks>
public sealed class BriefMarkdown
{
    private const int Fold = 20;
    private readonly StoryBrief _brief;
    private readonly UiWords _words;
    private readonly BriefLabels _labels;
    private readonly TextWriter _output;
    private readonly int _most;
    private bool _afterGap = true;

    private BriefMarkdown(StoryBrief brief, BriefOptions options, TextWriter output)
    {
        _brief = brief;
        _words = options.Words;
        _labels = new BriefLabels(brief, options.Words);
        _output = output;
        _most = options.All ? int.MaxValue : Fold;
    }

    /// <summary>Writes the brief; lines end in a line feed on every system.</summary>
    public static void Write(StoryBrief brief, BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        new BriefMarkdown(brief, options, output).WriteAll();
    }

    private void WriteAll()
    {
        if (_brief.Reports.Count == 0)
        {
            Line(_words["nothing"]);
        }
        else
        {
            if (_brief.Name is { } name) Line($"# {Escape(name)}\n");
            Line($"**{_labels.Headline(_brief.Counts)}**  ");
            Line(_labels.Details(_brief.Counts, _brief.Refused.Count));
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

    private void WriteReports()
    {
        Heading("reports");
        Table("report", "day", "outlet", "title");
        foreach (var report in _brief.Reports.Take(_most))
        {
            var title = report.Title is null ? "“" + Escape(report.Opening) + "…" : Escape(report.Title);
            Row($"{report.Number}", _labels.Day(report), report.Outlet is null ? _words["unnamed-outlet"] : Escape(report.Outlet), title);
        }

        More(_brief.Reports.Count);
    }

    private void WriteFigures()
    {
        Heading("figures");
        foreach (var group in _brief.Figures.Take(_most)) WriteGroup(group, "");
        More(_brief.Figures.Count);
    }

    private void WriteGroup(BriefFigureGroup group, string after)
    {
        Gap();
        Line($"**{Escape(_labels.Counted(group))}**{after}");
        Gap();
        Table("figure", "speaker", "said", "words", "reports");
        foreach (var figure in group.Figures.Take(_most))
        {
            var key = _labels.Key(figure);
            foreach (var (claim, _, reports) in figure.Sources)
            {
                var stance = claim.Stance == Stance.Asserts ? "" : $"*{_words.Stance(claim.Stance)}* ";
                Row(
                    Escape(_labels.Figure(figure)),
                    stance + Escape(_labels.Source(claim)),
                    _labels.Day(claim),
                    (key.Length == 0 ? "" : $"({Escape(key)}) ") + Words(claim),
                    Reports(reports));
            }
        }

        More(group.Figures.Count);
    }

    private void WriteCorrections()
    {
        List<BriefCorrection> shown = [.. _brief.Corrections.Where(correction => correction.IsWithdrawn || correction.IsAfter)];
        if (shown.Count == 0) return;
        Heading("corrections");
        foreach (var one in shown.Take(_most))
        {
            Line($"- [{one.Report}] **{Escape(_labels.Figure(one))}** “{Escape(one.Words)}”  ");
            Line($"  {_labels.Standing(one)} [{one.ByReport}] “{Escape(one.ByWords)}”");
        }

        More(shown.Count);
    }

    private void WriteConflicts()
    {
        Heading("conflicts");
        foreach (var group in _brief.FigureConflicts.Take(_most)) WriteGroup(group, " – " + _words["figures.apart"]);
        More(_brief.FigureConflicts.Count);
        foreach (var conflict in _brief.Conflicts.Take(_most))
        {
            WriteSide("side.stated", conflict.Stated);
            WriteSide("side.against", conflict.Against);
        }

        More(_brief.Conflicts.Count);
    }

    private void WriteSide(string key, IReadOnlyList<BriefClaim> claims)
    {
        Gap();
        Line($"**{_words[key]}**");
        Gap();
        foreach (var claim in claims.Take(_most)) Line("- " + Sentence(claim));
        More(claims.Count);
    }

    private void WritePositions()
    {
        Heading("positions");
        foreach (var position in _brief.Positions.Take(_most))
        {
            Gap();
            Line($"**{Escape(_labels.Party(position.Party))}**");
            Gap();
            foreach (var step in position.Steps.Take(_most))
            {
                if (step.Stance is not (Stance.Asserts or Stance.Confirms))
                {
                    foreach (var claim in step.Claims.Take(_most)) Line("- " + Sentence(claim));
                    continue;
                }

                var times = step.Claims.Count > 1 ? $" ×{step.Claims.Count}" : "";
                var names = string.Join(", ", _labels.Names(step.Claims));
                var words = step.Claims.Count > 1 ? "" : ": " + Words(step.Claims[0]);
                Line($"- {_labels.Days(step.Claims)}, *{_words.Stance(step.Stance)}*{times}, {Escape(names)}{words} {Reports(step.Claims[0])}");
            }

            More(position.Steps.Count);
        }

        More(_brief.Positions.Count);
    }

    private void WriteClaims()
    {
        Heading("claims");
        foreach (var claim in _brief.Claims.Take(_most)) Line("- " + Sentence(claim));
        More(_brief.Claims.Count);
    }

    private void WriteLineage()
    {
        Heading("lineage");
        if (_brief.Lineage.Count + _brief.Edges.Count == 0)
        {
            Line(_words["none"]);
            return;
        }

        foreach (var branch in _brief.Lineage.Take(_most)) Line(new string(' ', 2 * Math.Min(branch.Depth, 8)) + "- " + Branch(branch));
        More(_brief.Lineage.Count);
        if (_brief.Edges.Count == 0) return;
        Gap();
        Table("reports", "kind", "evidence");
        foreach (var edge in _brief.Edges.Take(_most))
        {
            Row(Escape(BriefLabels.Ends(edge)), _labels.Kind(edge), Escape(edge.Evidence));
        }

        More(_brief.Edges.Count);
    }

    private string Branch(BriefBranch branch)
    {
        if (!branch.IsReport) return Escape(_labels.Source(branch));
        var name = $"\\[{branch.Node}\\] {Escape(branch.Name ?? _words["unnamed-outlet"])}";
        if (branch.Edge is not { } edge) return name;
        return edge.Evidence.Length == 0 ? $"{name}: {_labels.Kind(edge)}" : $"{name}: {_labels.Kind(edge)}, “{Escape(edge.Evidence)}”";
    }

    private void WriteRefused()
    {
        if (_brief.Refused.Count == 0) return;
        Heading("refused");
        foreach (var input in _brief.Refused) Line($"- {Escape(input.Input)}: {Escape(input.Reason)}");
    }

    private string Sentence(BriefClaim claim) =>
        $"{_labels.Day(claim)}, *{_words.Stance(claim.Stance)}*, {Escape(_labels.Source(claim))}: {Words(claim)} {Reports(claim)}";

    private static string Words(BriefClaim claim) => Escape(BriefLabels.Words(claim));

    private static string Reports(BriefClaim claim) => Reports(claim.Reports);

    private static string Reports(IReadOnlyList<int> reports) => "\\" + BriefLabels.Reports(reports).Replace("]", "\\]", StringComparison.Ordinal);

    private void Heading(string key)
    {
        Gap();
        Line("## " + _words["heading." + key]);
        Gap();
    }

    private void Table(params IEnumerable<string> columns)
    {
        var names = columns.Select(column => _words["column." + column]).ToList();
        Row([.. names]);
        Row([.. names.Select(_ => "---")]);
    }

    private void Row(params IEnumerable<string> cells) => Line("| " + string.Join(" | ", cells) + " |");

    private void More(int count)
    {
        if (count <= _most) return;
        Gap();
        Line(_words.Fill("more", count - _most));
    }

    private void Line(string line)
    {
        _output.Write(line);
        _output.Write('\n');
        _afterGap = false;
    }

    // One empty line between blocks, however many of them ask for it.
    private void Gap()
    {
        if (!_afterGap) _output.Write('\n');
        _afterGap = true;
    }

    internal static string Escape(string text) => MarkdownText.Escape(text);
}
