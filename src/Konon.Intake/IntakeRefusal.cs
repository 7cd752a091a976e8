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
}

/// <summary>An input that did not come in, and why.</summary>
/// <param name="Input">The path as given; for a row with <c>#</c> and its number.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedInput(string Input, IntakeRefusal Reason)
{
    /// <summary>The one line to show: the input, a colon, the reason.</summary>
    public string Line => Input + ": " + Message(Reason);

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
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason of refusal."),
    };
}
