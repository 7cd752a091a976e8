namespace Konon.Store.Forgetting;

/// <summary>What somebody asks to be erased.</summary>
public enum ForgetKind
{
    /// <summary>An article, by id, address, row's id, digest or input.</summary>
    Article,

    /// <summary>A speaker, by id or name, with every document that holds the name.</summary>
    Speaker,
}

/// <summary>What a forgetting would erase.</summary>
public sealed record ForgetPlan
{
    /// <summary>What kind of thing was asked for.</summary>
    public required ForgetKind Kind { get; init; }

    /// <summary>What was asked for, as the user named it.</summary>
    public required string Target { get; init; }

    /// <summary>The articles that go, or of which versions go, by id.</summary>
    public IReadOnlyList<ForgottenArticle> Articles { get; init; } = [];

    /// <summary>How many kept documents go.</summary>
    public int Documents { get; init; }

    /// <summary>How many claims go, those of older versions and readings included.</summary>
    public long Claims { get; init; }

    /// <summary>How many decisions of people go with their words.</summary>
    public int Decisions { get; init; }

    /// <summary>The speaker's names in the ledger; empty for an article.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Ids of articles that have the same text in other bytes, and stay.</summary>
    public IReadOnlyList<string> SameText { get; init; } = [];

    /// <summary>Whether there is anything to erase or to keep out.</summary>
    public bool IsEmpty => Articles.Count == 0 && KeyDigests.Count == 0 && SpeakerDigests.Count == 0;

    internal IReadOnlyList<long> ArticleRows { get; init; } = [];

    internal IReadOnlyList<long> ReadingRows { get; init; } = [];

    internal IReadOnlyList<(long Row, string Sha256)> DocumentRows { get; init; } = [];

    internal IReadOnlyList<string> KeyDigests { get; init; } = [];

    internal IReadOnlyList<string> SpeakerDigests { get; init; } = [];

    internal IReadOnlyList<string> DecisionIds { get; init; } = [];
}

/// <summary>An article that goes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its headline as it was read last; null without one.</param>
/// <param name="Outlet">Its outlet; null where it is not known.</param>
/// <param name="IsWhole">Whether nothing of it stays; else it had the same bytes once, and its other versions stay.</param>
public sealed record ForgottenArticle(string Id, string? Title, string? Outlet, bool IsWhole);

/// <summary>Why nothing can be forgotten.</summary>
public enum ForgetRefusal
{
    /// <summary>Nothing in the ledger is called so, and it is no address.</summary>
    NoSuchTarget,

    /// <summary>More than one speaker is called so.</summary>
    Ambiguous,
}
