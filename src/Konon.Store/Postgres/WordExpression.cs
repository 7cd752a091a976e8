using System.Globalization;
using System.Text;
using Dapper;
using Konon.Ledger.Search;

namespace Konon.Store.Postgres;

/// <summary>Writes the words of a query as conditions on a table of words.</summary>
/// <remarks>
/// One expression of the index holds what a row must have for the query to be true; where phrases are asked for, a second condition says
/// it exactly. Words are taken over as they are: they are stems already, and the server's parser and dictionaries never see them.
/// </remarks>
internal static class WordExpression
{
    /// <summary>The condition on <c>lexemes</c> and <c>words</c>.</summary>
    public static string Of(SearchNode words, DynamicParameters values)
    {
        values.Add("match", Needed(words));
        const string Match = "lexemes @@ CAST(@match AS TSQUERY)";
        var phrases = 0;
        return HasPhrase(words) ? Match + " AND " + Exact(words, values, ref phrases) : Match;
    }

    private static bool HasPhrase(SearchNode node) => node switch
    {
        SearchTerm term => term.Forms.Any(form => form.Count > 1),
        SearchAny any => any.Parts.Any(HasPhrase),
        SearchAll all => all.Parts.Any(HasPhrase),
        SearchNone none => HasPhrase(none.Part),
        _ => false,
    };

    // As the index knows it; instead of a phrase all of its words. What must not match is left to the exact condition where it is a phrase.
    private static string Needed(SearchNode node) => node switch
    {
        SearchTerm term => Joined(term.Forms.Select(form => Joined(form.Select(Lexeme), " & ")), " | "),
        SearchAny any => Joined(any.Parts.Select(Needed), " | "),
        SearchAll all => Joined(
            all.Parts.Where(part => part is not SearchNone).Select(Needed)
                .Concat(all.Parts.OfType<SearchNone>().Where(none => !HasPhrase(none)).Select(none => "!" + Needed(none.Part))),
            " & "),
        _ => throw new ArgumentException("an exclusion stands beside what is sought", nameof(node)),
    };

    private static string Exact(SearchNode node, DynamicParameters values, ref int phrases)
    {
        switch (node)
        {
            case SearchTerm term:
                var forms = new List<string>();
                foreach (var form in term.Forms) forms.Add(Exact(form, values, phrases++));
                return Joined(forms, " OR ");
            case SearchNone none: return "NOT " + Exact(none.Part, values, ref phrases);
            case SearchAny any: return Exact(any.Parts, " OR ", values, ref phrases);
            case SearchAll all: return Exact(all.Parts, " AND ", values, ref phrases);
            default: throw new ArgumentException("no such part of a query", nameof(node));
        }
    }

    private static string Exact(IReadOnlyList<SearchNode> parts, string joint, DynamicParameters values, ref int phrases)
    {
        var all = new List<string>();
        foreach (var part in parts) all.Add(Exact(part, values, ref phrases));
        return Joined(all, joint);
    }

    private static string Exact(IReadOnlyList<string> form, DynamicParameters values, int number)
    {
        var name = "phrase" + number.ToString(CultureInfo.InvariantCulture);
        values.Add(name, form.Count == 1 ? Lexeme(form[0]) : " " + string.Join(' ', form) + " ");
        return form.Count == 1 ? $"lexemes @@ CAST(@{name} AS TSQUERY)" : $"strpos(' ' || words || ' ', @{name}) > 0";
    }

    private static string Joined(IEnumerable<string> parts, string joint) => "(" + string.Join(joint, parts) + ")";

    // In quotation marks nothing is syntax but these marks and the backslash (PostgreSQL 15, section 8.11.2).
    private static string Lexeme(string word)
    {
        var text = new StringBuilder(word.Length + 2).Append('\'');
        foreach (var letter in word)
        {
            if (letter is '\'' or '\\') text.Append(letter);
            text.Append(letter);
        }

        return text.Append('\'').ToString();
    }
}
