using System.Text;
using Konon.Ledger.Search;

namespace Konon.Store.Sqlite;

/// <summary>Writes the words of a query as FTS5 takes them (https://www.sqlite.org/fts5.html, section 3).</summary>
internal static class FtsExpression
{
    /// <summary>The expression; every word in quotation marks, so that nothing that a user wrote is syntax.</summary>
    public static string Of(SearchNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, SearchNode node)
    {
        switch (node)
        {
            case SearchTerm term: Join(text, term.Forms, " OR ", Phrase); break;
            case SearchAny any: Join(text, any.Parts, " OR ", Write); break;
            case SearchAll all: WriteAll(text, all); break;
            default: throw new ArgumentException("an exclusion stands beside what is sought", nameof(node));
        }
    }

    // FTS5 knows "a NOT b" alone: what must not match goes behind what must.
    private static void WriteAll(StringBuilder text, SearchAll all)
    {
        List<SearchNode> excluded = [.. all.Parts.OfType<SearchNone>().Select(none => none.Part)];
        if (excluded.Count > 0) text.Append('(');
        Join(text, [.. all.Parts.Where(part => part is not SearchNone)], " AND ", Write);
        if (excluded.Count == 0) return;
        text.Append(" NOT ");
        Join(text, excluded, " OR ", Write);
        text.Append(')');
    }

    private static void Join<T>(StringBuilder text, IReadOnlyList<T> parts, string joint, Action<StringBuilder, T> write)
    {
        text.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(joint);
            write(text, parts[i]);
        }

        text.Append(')');
    }

    private static void Phrase(StringBuilder text, IReadOnlyList<string> stems) =>
        text.Append('"').Append(string.Join(' ', stems).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
}
