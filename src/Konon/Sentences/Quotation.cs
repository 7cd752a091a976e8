using Konon.Text;

namespace Konon.Sentences;

/// <summary>A stretch between quotation marks, the marks included.</summary>
/// <param name="First">The token of the opening mark.</param>
/// <param name="End">One past the token of the closing mark, or past the last token where none closes it.</param>
/// <param name="Span">Where it stands, marks included.</param>
/// <param name="IsClosed">Whether a mark closes it.</param>
/// <param name="IsSingle">Whether the marks are single ones.</param>
/// <param name="Words">How many words and numbers it holds.</param>
internal readonly record struct Quotation(int First, int End, TextSpan Span, bool IsClosed, bool IsSingle, int Words);
