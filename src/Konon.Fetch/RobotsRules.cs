using System.Globalization;
using System.Text;

namespace Konon.Fetch;

/// <summary>What an outlet's robots.txt says to one reader, after RFC 9309.</summary>
/// <remarks>
/// The groups that name the reader count, all of them as one; without any, those for everybody. Of the rules that match
/// a path the longest wins, and of two as long the one that allows.
/// </remarks>
internal sealed class RobotsRules
{
    // Real files have tens of rules, seldom hundreds; past these bounds a file is written to cost time.
    private const int MaxRules = 20_000;
    private const int MaxPattern = 2048;

    private readonly List<(string Pattern, bool Allow)> _rules;

    private RobotsRules(List<(string Pattern, bool Allow)> rules, TimeSpan? crawlDelay)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
    }

    /// <summary>The rules of an outlet that has none.</summary>
    public static RobotsRules AllowAll { get; } = new([], null);

    /// <summary>The pause between requests that the outlet asks for; null where it asks for none.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads a robots.txt; whatever stands in it, there are rules.</summary>
    /// <param name="text">The file.</param>
    /// <param name="product">The reader's product token.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var (mine, everybodys) = (new Group(), new Group());
        var (inMine, inEverybodys, namesAgents) = (false, false, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.TrimStart('\uFEFF');
            if (line.IndexOf('#') is >= 0 and var comment) line = line[..comment];
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Agents on successive lines share a group; one after a rule begins the next.
                if (!namesAgents) (inMine, inEverybodys) = (false, false);
                namesAgents = true;
                inMine |= Token(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                inEverybodys |= value is ['*', ..];
                if (inMine) mine.Exists = true;
                continue;
            }

            if (!IsRule(key)) continue;
            namesAgents = false;
            if (inMine) mine.Add(key, value);
            if (inEverybodys) everybodys.Add(key, value);
        }

        var group = mine.Exists ? mine : everybodys;
        return new RobotsRules(group.Rules, group.CrawlDelay);
    }

    /// <summary>Whether the page may be fetched.</summary>
    /// <param name="pathAndQuery">Path and query, from the first slash on.</param>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt") return true;
        var path = Normal(pathAndQuery);
        var (length, allow) = (-1, true);
        foreach (var rule in _rules)
        {
            if (rule.Pattern.Length < length || (rule.Pattern.Length == length && allow)) continue;
            if (Matches(rule.Pattern, path)) (length, allow) = (rule.Pattern.Length, rule.Allow);
        }

        return allow;
    }

    private static bool IsRule(ReadOnlySpan<char> key) =>
        key.Equals("allow", StringComparison.OrdinalIgnoreCase)
        || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)
        || key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name at the head of a user-agent line: "Konon/0.1 (+…)" names Konon.</summary>
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_')) end++;
        return value[..end];
    }

    /// <summary>Whether a pattern with <c>*</c> and a last <c>$</c> matches from the path's start.</summary>
    /// <remarks>Each stretch between stars is taken where it stands first, which is enough; no way back, so no blow-up.</remarks>
    private static bool Matches(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var rest = toEnd ? pattern.AsSpan(0, pattern.Length - 1) : pattern.AsSpan();
        var (at, first) = (0, true);
        while (true)
        {
            var star = rest.IndexOf('*');
            var part = star < 0 ? rest : rest[..star];
            if (star < 0 && toEnd)
            {
                return first ? path.AsSpan().SequenceEqual(part)
                    : path.Length - at >= part.Length && path.AsSpan(at).EndsWith(part, StringComparison.Ordinal);
            }

            var found = first ? (path.AsSpan().StartsWith(part, StringComparison.Ordinal) ? 0 : -1)
                : path.AsSpan(at).IndexOf(part, StringComparison.Ordinal);
            if (found < 0) return false;
            at += found + part.Length;
            if (star < 0) return true;
            rest = rest[(star + 1)..];
            first = false;
        }
    }

    /// <summary>One spelling for a path: letters and digits plain, everything beyond ASCII and reserved signs as %XX.</summary>
    private static string Normal(ReadOnlySpan<char> path)
    {
        var normal = new StringBuilder(path.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < path.Length;)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var value = (char)byte.Parse(path.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~') normal.Append(value);
                else Escape(normal, (byte)value);
                i += 3;
                continue;
            }

            Rune.DecodeFromUtf16(path[i..], out var rune, out var consumed);
            if (rune.IsAscii)
            {
                normal.Append((char)rune.Value);
            }
            else
            {
                foreach (var value in utf8[..rune.EncodeToUtf8(utf8)]) Escape(normal, value);
            }

            i += consumed;
        }

        return normal.ToString();
    }

    private static void Escape(StringBuilder normal, byte value) =>
        normal.Append(CultureInfo.InvariantCulture, $"%{value:X2}");

    private sealed class Group
    {
        public bool Exists { get; set; }

        public List<(string Pattern, bool Allow)> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
        {
            if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
            {
                if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
                {
                    CrawlDelay = TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
                }

                return;
            }

            // "Disallow:" with nothing after it forbids nothing.
            if (value.IsEmpty || value.Length > MaxPattern || Rules.Count >= MaxRules) return;
            if (value[0] is not ('/' or '*')) value = string.Concat("/", value);
            Rules.Add((Normal(value), key.Equals("allow", StringComparison.OrdinalIgnoreCase)));
        }
    }
}
