using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace Konon.Cli;

/// <summary>Whether to colour.</summary>
internal enum ColourChoice
{
    /// <summary>On a terminal that can, unless <c>NO_COLOR</c> is set.</summary>
    Auto,

    /// <summary>Also into a pipe.</summary>
    Always,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>The console as the commands see it: two streams of UTF-8, a width, and whether it shows colours.</summary>
/// <remarks>
/// The streams are opened here and not taken from <see cref="Console"/>, whose encoding is the system's: what is piped
/// into a file is UTF-8 without a byte order mark on every machine.
/// </remarks>
internal sealed class Terminal
{
    // Below 80 columns a row no longer holds a figure and who gave it; beyond 160 the eye loses the line.
    private const int NarrowestPage = 80;
    private const int WidestPage = 160;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Lazy<IAnsiConsole> _console = new(() => AnsiConsole.Create(new AnsiConsoleSettings()));

    /// <summary>Standard output; buffered, so that it must be flushed.</summary>
    public Stream Output { get; } = new BufferedStream(OpenOutput(), 1 << 16);

    /// <summary>Standard error; every line is flushed.</summary>
    public TextWriter Error { get; } = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };

    /// <summary>Whether somebody reads standard output as it comes.</summary>
    public bool OutputIsTerminal { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether somebody reads standard error as it comes.</summary>
    public bool ErrorIsTerminal { get; } = !Console.IsErrorRedirected;

    /// <summary>How wide a page is: the terminal's width, else <c>COLUMNS</c>, else 80; between 80 and 160.</summary>
    public int PageWidth
    {
        get
        {
            var columns = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var stated) ? stated : 0;
            var width = OutputIsTerminal ? _console.Value.Profile.Width : columns;
            return Math.Clamp(width, NarrowestPage, WidestPage);
        }
    }

    /// <summary>A text writer on <see cref="Output"/>.</summary>
    public StreamWriter NewPage() => new(Output, Utf8, bufferSize: -1, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Whether to colour; see https://no-color.org for the variable.</summary>
    public bool Colours(ColourChoice choice) => choice switch
    {
        ColourChoice.Always => true,
        ColourChoice.Never => false,
        _ => OutputIsTerminal
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && _console.Value.Profile.Capabilities.Ansi,
    };

    /// <summary>Whether <paramref name="fault"/> says that whoever read standard output has gone ("konon … | head").</summary>
    public static bool ReaderIsGone(IOException fault)
    {
        const int BrokenPipe = 32; // EPIPE on Linux and macOS; on Windows the console's stream passes over it itself.
        return fault.HResult == BrokenPipe;
    }

    /// <summary>The language of headings: Indonesian where the system's language is, else English.</summary>
    public static string Language()
    {
        string[] names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        var stated = names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return stated is not null && (stated == "id" || stated.StartsWith("id_", StringComparison.Ordinal)) ? "id" : "en";
    }

    // On Unix the console's own stream swallows a broken pipe, and the program would read a week of coverage for nobody.
    // A file needs the console's stream: FileStream keeps an offset of its own, and two runs would write over each other.
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
