using Konon.Languages;
using Konon.Text;

namespace Konon.Claims;

/// <summary>The work of <see cref="FigureReader"/> on one stretch of tokens.</summary>
internal readonly ref partial struct FigureScan
{
    private const string Times = "times";

    private readonly string text;
    private readonly ReadOnlySpan<Token> tokens;
    private readonly int first;
    private readonly int end;
    private readonly NumberTable numbers;
    private readonly FigureHabits habits;

    public FigureScan(string text, ReadOnlySpan<Token> tokens, int first, int end, NumberTable numbers, FigureHabits habits)
    {
        this.text = text;
        this.tokens = tokens;
        this.first = first;
        this.end = end;
        this.numbers = numbers;
        this.habits = habits;
    }

    /// <summary>Reads the whole stretch.</summary>
    public void Run(List<Figure> into)
    {
        var trail = new Trail(first, first, Bound.Exact, -1);
        for (var at = first; at < end;)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Number || (Role(at) & NumberRole.Starts) != 0)
                at = ReadAt(at, ref trail, into);
            else if (token is { Kind: TokenKind.Word, Word: < 0 })
                at = ReadPair(at, ref trail, into);
            else
                at++;
        }
    }

    private NumberRole Role(int at) => numbers[tokens[at].Word];

    /// <summary>Reads one number or range.</summary>
    /// <returns>The first token behind what was read or refused.</returns>
    private int ReadAt(int at, ref Trail trail, List<Figure> into)
    {
        var money = MoneyBefore(at, trail.Floor);
        if (money.Tokens == 0 && ReadScore(at, into) is var behind and > 0)
        {
            trail = new Trail(behind, behind, Bound.Exact, -1);
            return behind;
        }

        if (!NumberReader.TryRead(text, tokens, at, end, numbers, habits, money.Tokens > 0, out var read)) return at + 1;
        if (money.Tokens == 0 && Refused(at, read, trail.Refused, trail.End))
        {
            trail = trail with { Refused = read.Next, Floor = read.Next };
            return read.Next;
        }

        if (SpelledOut(read) is var spelled and > 0) read = read with { Next = spelled };
        var start = at - money.Tokens;
        var bound = BoundBefore(start, trail.Floor);
        var range = RangeFrom(read, start, money, trail.Floor);
        if (range is { } upper)
        {
            var from = range.Value.From < bound.Start ? range.Value.From : bound.Start;
            return Add(upper.Low, upper.High, Bound.Range, from, upper.Next, upper.Money, ref trail, into);
        }

        var kind = read.Max is null ? bound.Bound : Bound.Order;
        if (kind == Bound.Exact && read.Rough) kind = Bound.About;
        if (kind == Bound.Exact && CarriesOver(trail, Math.Min(bound.Start, start))) kind = trail.Bound;
        return Add(read.Value, read.Max, kind, bound.Start, read.Next, money, ref trail, into);
    }

    /// <summary>"3 (tiga) instrumen": the same number once more, in words.</summary>
    /// <returns>The first token behind it; 0 when it does not stand there.</returns>
    private int SpelledOut(NumberRead read)
    {
        var at = read.Next;
        if (!read.InDigits || at + 2 >= end || text[tokens[at].Start] != '(' || tokens[at + 1].Word < 0) return 0;
        return NumberReader.TryRead(text, tokens, at + 1, end, numbers, habits, false, out var words) && words.Value == read.Value
            && words.Next < end && text[tokens[words.Next].Start] == ')'
            ? words.Next + 1
            : 0;
    }

    /// <summary>"dua-tiga hari": two number words in one token.</summary>
    private int ReadPair(int at, ref Trail trail, List<Figure> into)
    {
        var word = tokens[at].Span.In(text);
        var dash = word.Length > 24 ? -1 : word.IndexOf('-');
        if (dash <= 0) return at + 1;
        var vocabulary = numbers.Vocabulary;
        int left = vocabulary.Find(word[..dash]), right = vocabulary.Find(word[(dash + 1)..]);
        if ((numbers[right] & (NumberRole.Digit | NumberRole.Fixed)) == 0) return at + 1;
        var (low, high) = (numbers.Value(left).First, numbers.Value(right).First);
        if ((numbers[left] & NumberRole.Tens) != 0 && high is > 0 and < 10)
        {
            // "twenty-two"
            var bound = BoundBefore(at, trail.Floor);
            return Add(low + high, null, bound.Bound, bound.Start, at + 1, default, ref trail, into);
        }

        if ((numbers[left] & NumberRole.Digit) == 0 || high <= low) return at + 1;
        return Add(low, high, Bound.Range, at, at + 1, default, ref trail, into);
    }

    private int Add(
        decimal low, decimal? high, Bound bound, int from, int next, Money money, ref Trail trail, List<Figure> into)
    {
        var open = bound is Bound.Exact or Bound.About;
        if (open && AfterBound(next, out var after) is var late and not Bound.Exact) (bound, next) = (late, after);
        var counted = CountedBehind(next, money);
        var stop = Math.Max(counted.Next, next);
        if (open && AfterNoun(stop, out after) is var later and not Bound.Exact) (bound, stop) = (later, after);

        into.Add(new Figure
        {
            Span = new TextSpan(tokens[from].Start, tokens[stop - 1].End),
            Value = low,
            Max = high,
            Bound = bound,
            Counted = counted.Text,
            Unit = counted.Unit,
            Status = NumberTable.TakesStatus(counted.Unit) ? StatusOf(from, counted.From, stop, trail.Floor) : null,
            Scope = ScopeBehind(stop),
        });
        // "hampir tiga kali lipat atau 1.491 penumpang": how often lends no bound to how many.
        trail = new Trail(stop, stop, counted.Unit == Times ? Bound.Exact : bound, -1);
        return stop;
    }

    /// <summary>What was read before.</summary>
    /// <param name="Floor">Looks to the left stop here.</param>
    /// <param name="End">One past the last figure.</param>
    /// <param name="Bound">The last figure's bound.</param>
    /// <param name="Refused">One past a number just refused; -1 when the last was none.</param>
    private readonly record struct Trail(int Floor, int End, Bound Bound, int Refused);

    /// <summary>A currency before a number.</summary>
    /// <param name="Tokens">How many tokens it takes; 0 without one.</param>
    /// <param name="Code">ISO 4217.</param>
    /// <param name="Start">Its first token.</param>
    /// <param name="Words">How many of the tokens are its name: "Rp." has two tokens and one word.</param>
    private readonly record struct Money(int Tokens, string? Code, int Start, int Words);
}
