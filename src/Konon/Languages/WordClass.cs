namespace Konon.Languages;

/// <summary>What a function word does; a word may do several things.</summary>
[Flags]
internal enum WordClass
{
    /// <summary>Nothing that a table names.</summary>
    None = 0,

    /// <summary>Opens a clause that is said, and is left out of it: <c>bahwa</c>.</summary>
    Complementiser = 1 << 0,

    /// <summary>May stand between the subject and its verb: <c>juga</c>.</summary>
    Adverb = 1 << 1,

    /// <summary>Turns the verb: <c>tidak</c>.</summary>
    Negation = 1 << 2,

    /// <summary>Opens a sentence and belongs to no part of it: <c>namun</c>.</summary>
    Connective = 1 << 3,

    /// <summary>Opens a clause of its own: <c>setelah</c>.</summary>
    Subordinator = 1 << 4,

    /// <summary>Joins two of a kind: <c>dan</c>.</summary>
    Coordinator = 1 << 5,

    /// <summary>Stands for a speaker: <c>dia</c>.</summary>
    Pronoun = 1 << 6,

    /// <summary>Points back at the noun before it: <c>tersebut</c>.</summary>
    Demonstrative = 1 << 7,

    /// <summary>Opens a phrase that is not the subject: <c>di</c>.</summary>
    Preposition = 1 << 8,

    /// <summary>Opens a noun phrase that nobody is named in: <c>sejumlah</c>.</summary>
    Quantifier = 1 << 9,

    /// <summary>Shows that a predicate has begun: <c>akan</c>.</summary>
    Auxiliary = 1 << 10,

    /// <summary>Asks for an act when the one who is to act is the subject: <c>harus</c>.</summary>
    Modal = 1 << 11,

    /// <summary>Opens a request: <c>jangan</c>.</summary>
    Imperative = 1 << 12,

    /// <summary>Looks like a verb and is none: <c>menteri</c>.</summary>
    NotVerb = 1 << 13,

    /// <summary>Is a predicate without looking like one: <c>tewas</c>.</summary>
    Verb = 1 << 14,

    /// <summary>A noun that a verb of saying takes without telling anything: <c>apresiasi</c>.</summary>
    Empty = 1 << 15,

    /// <summary>Introduces the matter and is no clause: <c>soal</c>.</summary>
    Point = 1 << 16,

    /// <summary>The relative pronoun: <c>yang</c>.</summary>
    Relative = 1 << 17,
}
