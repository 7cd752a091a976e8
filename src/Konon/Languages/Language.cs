using System.Collections.Concurrent;
using Konon.Text;

namespace Konon.Languages;

/// <summary>What Konon knows of one language: the tables of its folder, read once.</summary>
/// <remarks>Immutable after reading and thread-safe. Reading one takes some tens of milliseconds, once per process.</remarks>
internal sealed class Language
{
    private static readonly ConcurrentDictionary<string, Lazy<Language>> Known = new(StringComparer.Ordinal);

    private Language(string code)
    {
        Code = code;
        Vocabulary = new Vocabulary();
        Calendar = new CalendarTable(code, Vocabulary);
        Numbers = new NumberTable(code, Vocabulary);
    }

    /// <summary>The languages that have a folder, by ISO 639-1 code.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["id", "en"];

    /// <summary>ISO 639-1 code.</summary>
    public string Code { get; }

    /// <summary>Every word that a table names.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Months and days of the week.</summary>
    public CalendarTable Calendar { get; }

    /// <summary>A language with a vocabulary of its own, to which more words may be added before it is shared.</summary>
    public static Language Create(string code) => new(code);

    /// <summary>Numbers, bounds, units and currencies.</summary>
    public NumberTable Numbers { get; }

    /// <summary>The language of a code; null when no folder is there for it.</summary>
    public static Language? Of(string code) =>
        Codes.Contains(code, StringComparer.Ordinal)
            ? Known.GetOrAdd(code, static c => new Lazy<Language>(() => new Language(c))).Value
            : null;
}
