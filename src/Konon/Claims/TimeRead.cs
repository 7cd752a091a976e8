using Konon.Text;

namespace Konon.Claims;

/// <summary>How a time is named.</summary>
internal enum TimeKind
{
    /// <summary>"23/10/2024", "Senin (28/10)", "1 November 2024", "5-8 Juni".</summary>
    Date,

    /// <summary>"Kamis", "Senin lalu".</summary>
    Weekday,

    /// <summary>"kemarin", "pekan lalu", "dua hari lalu": counted from the article's date.</summary>
    Relative,

    /// <summary>"dua hari setelahnya": counted from the time named before.</summary>
    Offset,

    /// <summary>"Desember 2024", "awal Oktober".</summary>
    Month,

    /// <summary>"tahun 2025".</summary>
    Year,
}

/// <summary>What a reader should know of a resolved time.</summary>
internal enum TimeNote
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The weekday is not that of the written date; the date is taken.</summary>
    WeekdayDisagrees,

    /// <summary>The year was found by the weekday, for neither the text nor the article gives one.</summary>
    YearByWeekday,
}

/// <summary>A time named in a text.</summary>
/// <param name="Span">Where it stands, without "pada".</param>
/// <param name="Days">The days it covers; null where they cannot be told, as without the article's date.</param>
/// <param name="Kind">How it is named.</param>
/// <param name="Note">What a reader should know.</param>
/// <param name="First">Its first token.</param>
/// <param name="Next">One past its last token.</param>
internal readonly record struct TimeRead(TextSpan Span, DayRange? Days, TimeKind Kind, TimeNote Note, int First, int Next)
{
    /// <summary>The words for a claim's notes; null without a note.</summary>
    public string? NoteText => Note switch
    {
        TimeNote.WeekdayDisagrees => "weekday and date disagree; the written date is taken",
        TimeNote.YearByWeekday => "the year is the latest in which the weekday fits",
        _ => null,
    };
}
