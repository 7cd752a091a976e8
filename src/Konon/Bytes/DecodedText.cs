namespace Konon.Bytes;

/// <summary>The characters that a document's bytes stand for.</summary>
/// <param name="Text">The characters, without a byte order mark.</param>
/// <param name="Charset">The name of the encoding: <c>utf-8</c>, <c>utf-16le</c>, <c>windows-1252</c> …</param>
/// <param name="Replaced">How many characters stand in place of bytes that the encoding does not know.</param>
public sealed record DecodedText(string Text, string Charset, int Replaced);
