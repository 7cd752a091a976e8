using Konon.Text;

namespace Konon.Ledger.Search;

/// <summary>What a query is made of.</summary>
internal enum SearchTokenKind
{
    Word,
    Phrase,
    Filter,
    Figure,
    Open,
    Close,
    And,
    Or,
    Not,
    End,
}

/// <summary>One token of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">Of a filter its name as Konon calls it.</param>
/// <param name="Sign">Of a figure how it is compared.</param>
/// <param name="Value">The words: of a phrase without its quotation marks, of a filter what follows its name.</param>
/// <param name="IsQuoted">Whether quotation marks stand around the value.</param>
internal readonly record struct SearchToken(
    SearchTokenKind Kind, TextSpan Span, string Name = "", string Sign = "", string Value = "", bool IsQuoted = false);
