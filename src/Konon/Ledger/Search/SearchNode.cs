using Konon.Text;

namespace Konon.Ledger.Search;

/// <summary>A part of the words that are sought: a term, or parts joined by AND, OR and NOT.</summary>
public abstract record SearchNode;

/// <summary>A word or a phrase.</summary>
/// <param name="Span">Where it stands in the query.</param>
/// <param name="Forms">
/// The stems that it may have, one form a language that Konon stems, without repetition: each a list of one stem a word, to stand one
/// behind the other. Never empty.
/// </param>
public sealed record SearchTerm(TextSpan Span, IReadOnlyList<IReadOnlyList<string>> Forms) : SearchNode;

/// <summary>All parts must match; at least one of them is no <see cref="SearchNone"/>.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record SearchAll(IReadOnlyList<SearchNode> Parts) : SearchNode;

/// <summary>One part must match; none of them is a <see cref="SearchNone"/>.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record SearchAny(IReadOnlyList<SearchNode> Parts) : SearchNode;

/// <summary>The part must not match; stands only beside others in a <see cref="SearchAll"/>.</summary>
/// <param name="Part">What must not match.</param>
public sealed record SearchNone(SearchNode Part) : SearchNode;
