namespace Konon.Cli;

/// <summary>What the program returns; the same in every command.</summary>
internal static class ExitCode
{
    /// <summary>Everything was read.</summary>
    public const int AllRead = 0;

    /// <summary>Some input was refused, the rest was read.</summary>
    public const int SomeRefused = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Nothing was read.</summary>
    public const int NothingRead = 3;

    /// <summary>The user pressed Ctrl-C: 128 and the signal's number, as shells expect.</summary>
    public const int Interrupted = 130;

    /// <summary>The code of a run that read and refused so many.</summary>
    public static int Of(int read, int refused) => read == 0 ? NothingRead : refused > 0 ? SomeRefused : AllRead;
}
