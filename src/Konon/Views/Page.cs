namespace Konon.Views;

/// <summary>A page of fixed width that is written line by line, plain or with colours.</summary>
internal sealed class Page(TextWriter output, int width, bool colours)
{
    private const string Reset = "\u001b[0m";

    /// <summary>How many columns a line may take.</summary>
    public int Width { get; } = width;

    /// <summary>Writes an empty line.</summary>
    public void Gap() => output.Write('\n');

    /// <summary>Writes a line; what is too wide is cut.</summary>
    public void Line(params IEnumerable<Run> runs) => Line(runs, "");

    /// <summary>Writes a line with a faint end at the right margin, which is never cut.</summary>
    public void Line(IEnumerable<Run> runs, string right)
    {
        var room = Width - (right.Length == 0 ? 0 : Columns.Of(right) + 1);
        var written = 0;
        // Blanks wait until something follows, so that no line ends in them.
        var blanks = 0;
        foreach (var run in runs)
        {
            var text = Columns.Fit(run.Text, room - written);
            written += Columns.Of(text);
            blanks += text.Length - text.TrimStart(' ').Length;
            var words = text.Trim(' ');
            if (words.Length == 0) continue;
            Write(new string(' ', blanks), Ink.Plain);
            Write(words, run.Ink);
            blanks = text.Length - text.TrimEnd(' ').Length;
        }

        if (right.Length > 0)
        {
            Write(new string(' ', Width - Columns.Of(right) - written + blanks), Ink.Plain);
            Write(right, Ink.Faint);
        }

        output.Write('\n');
    }

    private void Write(string text, Ink ink)
    {
        var code = colours ? Code(ink) : "";
        output.Write(code.Length == 0 ? text : code + text + Reset);
    }

    // SGR codes of the sixteen colours, which every scheme keeps legible.
    private static string Code(Ink ink) => ink switch
    {
        Ink.Heading => "\u001b[1;36m",
        Ink.Strong => "\u001b[1m",
        Ink.Faint => "\u001b[2m",
        Ink.Denial => "\u001b[31m",
        Ink.Doubt => "\u001b[33m",
        Ink.Confirmation => "\u001b[32m",
        Ink.Demand => "\u001b[35m",
        _ => "",
    };
}
