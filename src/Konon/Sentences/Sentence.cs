namespace Konon.Sentences;

/// <summary>A sentence: its tokens, end marks included.</summary>
/// <param name="First">The first token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="OpensParagraph">Whether a paragraph starts with it.</param>
internal readonly record struct Sentence(int First, int End, bool OpensParagraph);
