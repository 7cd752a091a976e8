using Konon.Fetch;

namespace Konon.Intake;

/// <summary>Why an input, or a row of it, did not come in.</summary>
public enum IntakeRefusal
{
    /// <summary>Nothing is at the path.</summary>
    Missing,

    /// <summary>It is there and cannot be read.</summary>
    Unreadable,

    /// <summary>It holds no bytes.</summary>
    Empty,

    /// <summary>The folder holds no file.</summary>
    EmptyFolder,

    /// <summary>It is larger than the limit for one document.</summary>
    AboveLimit,

    /// <summary>It unpacks to more than the limit for one container.</summary>
    UnpacksAboveLimit,

    /// <summary>It says that it is compressed and is not, or breaks off.</summary>
    BrokenArchive,

    /// <summary>The row is no JSON object.</summary>
    RowNotJson,

    /// <summary>The table has no column for the text.</summary>
    NoTextColumn,

    /// <summary>The table's row cannot be told from the next.</summary>
    RowBroken,

    /// <summary>The address was asked for and gave no page; <see cref="RefusedInput.Fetch"/> says why.</summary>
    NotFetched,

    /// <summary>An address, where nothing is fetched.</summary>
    NothingFetchedHere,

    /// <summary>The feed is not well-formed, from the start or from some place on.</summary>
    FeedBroken,

    /// <summary>The feed declares entities or a document type of its own.</summary>
    FeedWithEntities,

    /// <summary>The feed names no article.</summary>
    FeedEmpty,

    /// <summary>A feed stands where an article should, or lists of feeds in one another without end.</summary>
    FeedInFeed,

    /// <summary>A list of feeds names an address that is no feed.</summary>
    NotAFeed,

    /// <summary>The archive's record is damaged; the others are read.</summary>
    RecordDamaged,

    /// <summary>The archive holds no page.</summary>
    ArchiveWithoutPages,
}

/// <summary>An input that did not come in, and why.</summary>
/// <param name="Input">The path as given; for a row with <c>#</c> and its number.</param>
/// <param name="Reason">Why.</param>
/// <param name="Fetch">For <see cref="IntakeRefusal.NotFetched"/> what came of the request; else null.</param>
public sealed record RefusedInput(string Input, IntakeRefusal Reason, FetchResult? Fetch = null)
{
    /// <summary>The one line to show: the input, a colon, the reason.</summary>
    public string Line => Input + ": " + Words;

    /// <summary>The reason's words, without a full stop.</summary>
    public string Words => Fetch?.Words ?? Message(Reason);

    /// <summary>The words for a reason, without a full stop.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is no reason.</exception>
    public static string Message(IntakeRefusal reason) => reason switch
    {
        IntakeRefusal.Missing => "no such file or folder",
        IntakeRefusal.Unreadable => "cannot be read",
        IntakeRefusal.Empty => "empty, nothing to read",
        IntakeRefusal.EmptyFolder => "a folder without articles",
        IntakeRefusal.AboveLimit => "larger than the limit for one article",
        IntakeRefusal.UnpacksAboveLimit => "unpacks to more than the limit; the rest was not read",
        IntakeRefusal.BrokenArchive => "broken or cut-off gzip data; the rest was not read",
        IntakeRefusal.RowNotJson => "a row that is no JSON object",
        IntakeRefusal.NoTextColumn => "no column for the text (name it with a column map)",
        IntakeRefusal.RowBroken => "a row that is broken; the rest was not read",
        IntakeRefusal.NotFetched => "not fetched",
        IntakeRefusal.NothingFetchedHere => "an address, and nothing is fetched here",
        IntakeRefusal.FeedBroken => "a feed that is not well-formed; the rest was not read",
        IntakeRefusal.FeedWithEntities => "a feed that declares entities or a document type; not read",
        IntakeRefusal.FeedEmpty => "a feed without articles",
        IntakeRefusal.FeedInFeed => "a feed where an article should be",
        IntakeRefusal.NotAFeed => "not a feed, though a list of feeds names it",
        IntakeRefusal.RecordDamaged => "a damaged record of the archive",
        IntakeRefusal.ArchiveWithoutPages => "an archive without pages",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason of refusal."),
    };
}
