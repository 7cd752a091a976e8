namespace Konon.Stories.Grouping;

/// <summary>What a term of an article is.</summary>
internal enum TermKind : byte
{
    /// <summary>The stem of a word, of one language.</summary>
    Word,

    /// <summary>One word of a name, its spellings folded: the same in every language.</summary>
    Name,

    /// <summary>Two words of a name that follow each other: "Rawa Buaya" tells more than "Rawa" and "Buaya".</summary>
    NamePair,

    /// <summary>The digits of a number: the same in every language.</summary>
    Number,
}
