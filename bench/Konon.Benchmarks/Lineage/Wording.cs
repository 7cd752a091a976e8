using System.Text;

namespace Konon.Benchmarks.Lineage;

/// <summary>A sentence with places where one of several wordings stands: <c>{Api|Kobaran} membesar</c>.</summary>
public sealed class Wording
{
    private readonly string _template;
    private readonly List<int> _choices = [];

    public Wording(string template)
    {
        _template = template;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{') _choices.Add(i);
        }
    }

    /// <summary>How many places there are.</summary>
    public int Places => _choices.Count;

    /// <summary>The sentence with one wording at each place; a number too large wraps round.</summary>
    public string Say(IReadOnlyList<int> chosen)
    {
        var said = new StringBuilder();
        Say(0, _template.Length, chosen, said);
        return said.ToString();
    }

    private void Say(int from, int to, IReadOnlyList<int> chosen, StringBuilder said)
    {
        for (var i = from; i < to; i++)
        {
            if (_template[i] != '{')
            {
                said.Append(_template[i]);
                continue;
            }

            var parts = Parts(i, out var end);
            var (start, stop) = parts[chosen[_choices.BinarySearch(i)] % parts.Count];
            Say(start, stop, chosen, said);
            i = end;
        }
    }

    private List<(int Start, int Stop)> Parts(int open, out int close)
    {
        var parts = new List<(int, int)>();
        var depth = 0;
        var start = open + 1;
        for (var i = open; ; i++)
        {
            if (_template[i] == '{') depth++;
            else if (_template[i] == '|' && depth == 1)
            {
                parts.Add((start, i));
                start = i + 1;
            }
            else if (_template[i] == '}' && --depth == 0)
            {
                parts.Add((start, i));
                close = i;
                return parts;
            }
        }
    }
}
