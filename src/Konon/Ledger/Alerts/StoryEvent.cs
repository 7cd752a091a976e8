using Konon.Claims;
using Konon.Stories;
using Konon.Text;

namespace Konon.Ledger.Alerts;

/// <summary>
/// Something that happened in a story between two looks at it. It places words side by side; it says of none that they
/// are right.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="What">What the quantity is called, or which party; empty where nothing says.</param>
/// <param name="Sides">The words, at least one: what was said, then what is said now; or what stands against what.</param>
public sealed record StoryEvent(StoryEventKind Kind, string What, IReadOnlyList<EventSide> Sides)
{
    /// <summary>
    /// 16 hexadecimal digits made of the kind and of where the words stand: the same event has the same id wherever it is
    /// found.
    /// </summary>
    public string Id { get; } = ContentId.Of([Kind.Name(), .. Sides.Select(side => side.Key)]);
}

/// <summary>Words of one report in an event.</summary>
/// <param name="Part"><c>was</c>, <c>now</c>, <c>stated</c>, <c>against</c>, <c>withdrawn</c>, <c>by</c> or <c>note</c>.</param>
/// <param name="Report">The report.</param>
/// <param name="Span">Where they stand in its text; null where an outlet's note stands outside of it.</param>
/// <param name="Words">The words.</param>
public sealed record EventSide(string Part, Report Report, TextSpan? Span, string Words)
{
    /// <summary>Who says it; empty where nobody is named.</summary>
    public IReadOnlyList<Voice> Voices { get; init; } = [];

    /// <summary>What they do with it; null for a note.</summary>
    public Stance? Stance { get; init; }

    /// <summary>When it was said, if the report says so.</summary>
    public DayRange? SaidOn { get; init; }

    /// <summary>The figure; null where it is none.</summary>
    public Figure? Figure { get; init; }

    internal string Key => string.Join('/', Part, Report.Article.Sha256, Span?.ToString() ?? Words);
}
