using System.Buffers;
using System.Collections.Frozen;
using Konon.Languages;

namespace Konon.Articles.Pages;

/// <summary>Finds who wrote it: the byline that readers see, then what metadata say, editors sorted out.</summary>
internal static class PageBylines
{
    private const int MaxByline = 160;
    private const int MaxNames = 12;
    private const int BylineReach = 14;
    private const int MostNames = 6;
    private const int TeamReach = 120;
    private const int LongestName = 60;
    private const int MostWords = 5;

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("@:?!=+{}[]<>_#%");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = Load();

    /// <summary>The names, as printed, in order; empty where nobody is named.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="facts">Its head.</param>
    /// <param name="linked">Its linked data.</param>
    /// <param name="content">The article's box.</param>
    /// <param name="title">The headline's node; -1 where it is not shown.</param>
    /// <param name="outlet">The outlet's name, which is nobody's.</param>
    public static List<string> Find(PageTree tree, List<PageBlock> blocks, PageFacts facts, LinkedArticle linked, int content, int title, string? outlet)
    {
        var shown = Shown(tree, content, title, out var editors);
        if (shown.Count == 0) shown = Printed(blocks, content, title, editors);
        var credited = Credited(tree, blocks, content, editors);
        if (credited.Count > 0) shown = credited;
        var stated = Names(linked.Authors, outlet);
        var meta = Names(facts.Authors, outlet);
        // Where both are named and the page prints the one first, the other is the editor's.
        if (stated.Count == 0 || (meta.Count > 0 && shown.Count > 0 && Same(meta[0], shown[0]) && !Same(stated[0], shown[0]))) stated = meta;
        if (stated.Count == 1 && shown.Count > 1 && Same(stated[0], shown[^1]) && linked.Authors.Count > 0 && meta.Count == 0 && PrintsTeam(tree, content)) return shown[..^1];
        // Where an outlet's linked data name the editor as the author, the page says who did what.
        stated.RemoveAll(name => editors.Contains(name, StringComparer.OrdinalIgnoreCase));
        shown.RemoveAll(name => outlet is not null && Folding.Letters(name) == Folding.Letters(outlet));
        if (stated.Count > 0 && shown.Count > 0)
        {
            // Metadata hold a name as it is written; the page may hold more, or a box of all its authors.
            if (shown.TrueForAll(name => stated.Contains(name, StringComparer.OrdinalIgnoreCase))) return stated.Count <= shown.Count + 1 ? stated : shown;
            if (stated.TrueForAll(name => shown.Contains(name, StringComparer.OrdinalIgnoreCase))) return stated;
        }

        if (editors.Count > 0 && shown.Count > 0) return shown;
        return stated.Count > 0 ? stated : shown;
    }

    private static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the page shows writer and editor under one heading ("Tim Redaksi"), the editor last.</summary>
    private static bool PrintsTeam(PageTree tree, int content)
    {
        var nodes = tree.Nodes;
        for (var i = Math.Max(0, content - TeamReach); i < Math.Min(nodes.Length, content + TeamReach); i++)
        {
            if (nodes[i].Text is { } text && text.AsSpan().Trim().Equals("Tim Redaksi", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Credits below or above the text: "Penulis: … | Editor: …", "Pewarta: …".</summary>
    private static List<string> Credited(PageTree tree, List<PageBlock> blocks, int content, List<string> editors)
    {
        var names = new List<string>();
        if (content < 0) return names;
        var end = tree.Nodes[content].End + TeamReach;
        foreach (var block in blocks)
        {
            if (block.First < content - TeamReach || block.First > end || block.Text.Length > MaxByline) continue;
            if (names.Count >= MaxNames) break;
            var label = LongestLabel(block.Text, out var kind);
            if (kind == "lead" || label == 0 || label >= block.Text.Length || block.Text.AsSpan(label).TrimStart() is not [':', ..]) continue;
            foreach (var name in NamesIn(block.Text, editors))
            {
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
            }
        }

        return names;
    }

    /// <summary>A line by the headline that starts with "By" and holds names alone.</summary>
    private static List<string> Printed(List<PageBlock> blocks, int content, int title, List<string> editors)
    {
        var left = BylineReach;
        foreach (var block in blocks)
        {
            if (block.First < title || block.First < content - 400) continue;
            if (left-- == 0) break;
            if (block.Text.Length > MaxByline || (block.Marks & PageMarks.Comments) != 0) continue;
            foreach (var line in block.Text.Split('\n'))
            {
                var label = LongestLabel(line, out _);
                if (label == 0) continue;
                var names = NamesIn(line, editors);
                if (names.Count == 0 || !names.TrueForAll(name => char.IsUpper(name[0]))) continue;
                if (IsLedIn(line, label, names) || names.Sum(name => name.Length) * 2 > line.Length) return names;
            }
        }

        return [];
    }

    /// <summary>Names out of a printed byline: "By Ana Contoh and Budi Teladan, Tuesday" has two.</summary>
    internal static List<string> NamesIn(string words, List<string> editors)
    {
        var names = new List<string>();
        var target = names;
        words = Folding.Blanks(words.Replace('\n', '|')).Replace(" - ", " | ", StringComparison.Ordinal).Replace(", Red:", " | Red:", StringComparison.Ordinal);
        var calling = false;
        foreach (var range in words.AsSpan(0, Math.Min(words.Length, MaxByline)).SplitAny('|', '/', '•', '·', ',', ';', '\n', '–', '—', '(', ')', '\u200B'))
        {
            // "Role, Business reporter": all up to the next entry says what she is.
            calling = (calling && !StartsEntry(words, range.Start.Value)) || Words["calling"].Contains(words[range].Trim());
            if (calling) continue;
            foreach (var part in Parts(words.AsSpan()[range].Trim().ToString()))
            {
                if (target.Count > 0 && Words["title"].Contains(part.TrimEnd('.')))
                {
                    target[^1] += ", " + part;
                    continue;
                }

                var name = WithoutLabel(part, names, editors, ref target);
                if (target.Count < MaxNames * 2 && IsName(name) && !target.Contains(name, StringComparer.OrdinalIgnoreCase)) target.Add(name);
            }
        }

        return names;
    }

    private static bool StartsEntry(string words, int at) => at == 0 || words[at - 1] == '|';

    /// <summary>Whether a short line names who wrote it, when, or how long it takes to read, and nothing else.</summary>
    internal static bool IsByline(string line)
    {
        if (line.Length > MaxByline / 2 || Sentences.Ends(line)) return false;
        if (PageDates.Read(line, TimeOrigin.Text) is not null) return true;
        return LongestLabel(line, out _) is > 0 and var label && NamesIn(line, []) is { Count: > 0 } names
            && (IsLedIn(line, label, names) || names.Sum(name => name.Length) * 2 > line.Length) && names.TrueForAll(name => char.IsUpper(name[0]));
    }

    /// <summary>"By Ana Contoh, Staff Writer": the name follows the label, and what follows the name says what she is.</summary>
    private static bool IsLedIn(string line, int label, List<string> names) =>
        line.Length < LongestName + label && line.AsSpan(label).TrimStart(" :") is var rest && rest.StartsWith(names[0], StringComparison.Ordinal)
        && (rest.Length == names[0].Length || rest[names[0].Length..].TrimStart() is [',' or '|' or '/' or '(' or '-', ..]);

    private static List<string> Shown(PageTree tree, int content, int title, out List<string> editors)
    {
        editors = [];
        var nodes = tree.Nodes;
        List<string>? best = null;
        var most = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Marks & PageMarks.Byline) == 0 || nodes[i].Length is 0 or > MaxByline) continue;
            if (IsRefused(tree, i, content)) continue;
            var names = NamesIn(tree.TextOf(i, MaxByline, " | "), editors);
            // A box about the author holds a name and many other words.
            if (names.Count is 0 or > MostNames || names.Sum(name => name.Length) * 4 < nodes[i].Length) continue;
            var score = 1;
            if (nodes[i].Tag == PageTag.Link || nodes[i].Element?.GetAttribute("itemprop") is not null) score += 2;
            if (content >= 0 && i < nodes[content].End) score += 4;
            if (title >= 0 && i > title) score += 1;
            if (title >= 0 && Math.Abs(i - title) < 80) score += 4;
            if (score <= most) continue;
            (best, most) = (names, score);
        }

        // "Ana Contoh - contohnews": an outlet's name in small letters beside a person's.
        if (best is { Count: > 1 } && char.IsUpper(best[0][0])) best.RemoveAll(name => !name.AsSpan().ContainsAnyInRange('A', 'Z') && char.IsLower(name[0]));
        return best ?? [];
    }

    private static bool IsRefused(PageTree tree, int at, int content)
    {
        // A post's footer names its author, a page's footer its owner.
        var near = content >= 0 && at > content - TeamReach && at < tree.Nodes[content].End + TeamReach;
        var refused = near ? PageMarks.Hidden | PageMarks.Comments : PageMarks.Never | PageMarks.Hidden | PageMarks.Comments;
        for (var i = at; i >= 0; i = tree.Nodes[i].Parent)
        {
            if ((tree.Nodes[i].Marks & refused) != 0) return true;
        }

        return false;
    }

    private static List<string> Names(List<string> stated, string? outlet)
    {
        var names = new List<string>();
        foreach (var value in stated.Take(MaxNames))
        {
            if (value.Contains("://", StringComparison.Ordinal) || value.StartsWith("www.", StringComparison.Ordinal)) continue;
            foreach (var name in NamesIn(value, []))
            {
                if (outlet is not null && Folding.Letters(outlet) == Folding.Letters(name)) continue;
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
            }
        }

        return names;
    }

    private static IEnumerable<string> Parts(string words)
    {
        var part = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Words["and"].Contains(word) && part.Count > 0)
            {
                yield return string.Join(' ', part);
                part.Clear();
            }
            else
            {
                part.Add(word);
            }
        }

        if (part.Count > 0) yield return string.Join(' ', part);
    }

    /// <summary>The name behind "By", "Penulis:", "Editor:"; an editor's goes to the editors.</summary>
    private static string WithoutLabel(string part, List<string> names, List<string> editors, ref List<string> target)
    {
        for (var round = 0; round < 3; round++)
        {
            var label = LongestLabel(part, out var kind);
            if (label == 0) break;
            target = kind == "editor" ? editors : kind == "role" ? names : target;
            part = part[label..].TrimStart(' ', ':', '-', '.', '@');
        }

        if (part.IndexOf(" @", StringComparison.Ordinal) is > 0 and var handle) part = part[..handle];
        if (target.Count == 0) part = WithoutCalling(part);
        if (part.Length > 2 && part[^1] == '.' && part[^3] is ' ' or '.') return part.TrimStart(' ', ':', '-', '.', '*');
        return part.Trim(' ', ':', '-', '.', '*', '"', '@', '>', '<', '»', '«', '„', '“', '”');
    }

    /// <summary>"Ana Contoh Staff Writer" is Ana Contoh: two names or more, then what she is.</summary>
    private static string WithoutCalling(string part)
    {
        var (names, end) = (0, 0);
        foreach (var word in part.Split(' '))
        {
            if (names > 1 && Words["never"].Contains(word.TrimEnd(':'))) return part[..(end - 1)];
            if (word.Length == 0 || !char.IsUpper(word[0])) return part;
            names++;
            end += word.Length + 1;
        }

        return part;
    }

    private static int LongestLabel(string part, out string kind)
    {
        kind = "lead";
        var (best, end) = (0, 0);
        for (var words = 0; words < 3 && end < part.Length; words++)
        {
            var space = part.AsSpan(end).IndexOfAny(' ', ':');
            end = space < 0 ? part.Length : end + space;
            var head = part[..end].TrimEnd(':');
            foreach (var name in (ReadOnlySpan<string>)["editor", "role", "lead"])
            {
                if (!Words[name].Contains(head)) continue;
                (best, kind) = (end, name);
                break;
            }

            while (end < part.Length && part[end] is ' ' or ':') end++;
        }

        return best;
    }

    private static bool IsName(string words)
    {
        if (words.Length is < 2 or > LongestName) return false;
        // "freeman1984" is somebody; "12 minutes" is not.
        if (words.AsSpan().ContainsAnyInRange('0', '9') && (words.Contains(' ', StringComparison.Ordinal) || !char.IsLetter(words[0]))) return false;
        if (words.AsSpan().ContainsAny(NeverInNames)) return false;
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > MostWords) return false;
        foreach (var part in parts)
        {
            if (Words["never"].Contains(part)) return false;
        }

        return char.IsLetter(words[0]) && !Dateline.IsDomain(words);
    }

    private static FrozenDictionary<string, FrozenSet<string>> Load() =>
        LanguageResource.Rows("any", "byline-words").GroupBy(row => row[0], StringComparer.Ordinal).ToFrozenDictionary(
            group => group.Key,
            group => group.SelectMany(row => row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            StringComparer.Ordinal);
}
