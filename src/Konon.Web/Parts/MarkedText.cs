using Konon.Claims;
using Konon.Text;

namespace Konon.Web.Parts;

/// <summary>A paragraph of an article, cut where a mark begins or ends.</summary>
/// <param name="IsTitle">Whether it is the headline.</param>
/// <param name="Pieces">Its stretches, in order.</param>
public sealed record MarkedParagraph(bool IsTitle, IReadOnlyList<MarkedPiece> Pieces);

/// <summary>A stretch of text under one set of marks.</summary>
/// <param name="Words">The words.</param>
/// <param name="Claim">The number of the claim whose content it is, from 0; -1 outside claims.</param>
/// <param name="Starts">Whether the claim's first content begins here, which is where links to it lead.</param>
/// <param name="IsFigure">Whether it is a figure's words.</param>
/// <param name="IsCue">Whether it attributes a claim.</param>
/// <param name="IsSpeaker">Whether it names who says a claim.</param>
public sealed record MarkedPiece(string Words, int Claim, bool Starts, bool IsFigure, bool IsCue, bool IsSpeaker)
{
    /// <summary>The classes that the style sheet knows; null for plain text.</summary>
    public string? Classes
    {
        get
        {
            var classes = new List<string>();
            if (Claim >= 0) classes.Add("claim");
            if (IsFigure) classes.Add("figure");
            if (IsCue) classes.Add("cue");
            if (IsSpeaker) classes.Add("speaker");
            return classes.Count == 0 ? null : string.Join(' ', classes);
        }
    }
}

/// <summary>Cuts an article's text at the marks of its claims.</summary>
internal static class MarkedText
{
    /// <summary>The paragraphs. Linear in the text, but for sorting the ends of the marks.</summary>
    public static IReadOnlyList<MarkedParagraph> Of(Reading reading)
    {
        var text = reading.Article.Text;
        var layers = new Layers(text.Length, reading.Claims);
        var paragraphs = new List<MarkedParagraph>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) paragraphs.Add(new MarkedParagraph(start < reading.Article.BodyStart, layers.Cut(text, start, end)));
            start = end + 1;
        }

        return paragraphs;
    }

    /// <summary>For each letter which marks lie over it.</summary>
    private sealed class Layers
    {
        private const byte Figure = 1;
        private const byte Cue = 2;
        private const byte Speaker = 4;
        private readonly int[] _claim;
        private readonly byte[] _marks;
        private readonly HashSet<int> _starts = [];

        public Layers(int length, IReadOnlyList<Claim> claims)
        {
            _claim = new int[length];
            _marks = new byte[length];
            Array.Fill(_claim, -1);
            for (var i = 0; i < claims.Count; i++)
            {
                _starts.Add(claims[i].Content[0].Start);
                foreach (var part in claims[i].Content) Array.Fill(_claim, i, part.Start, part.Length);
                foreach (var figure in claims[i].Figures) Mark(figure.Span, Figure);
                if (claims[i].Cue is { } cue) Mark(cue, Cue);
                foreach (var speaker in claims[i].Speakers)
                {
                    if (speaker.Mention is { } mention) Mark(mention, Speaker);
                }
            }
        }

        public List<MarkedPiece> Cut(string text, int start, int end)
        {
            var pieces = new List<MarkedPiece>();
            while (start < end)
            {
                var next = start + 1;
                while (next < end && _claim[next] == _claim[start] && _marks[next] == _marks[start] && !_starts.Contains(next)) next++;
                var marks = _marks[start];
                pieces.Add(new MarkedPiece(
                    text[start..next],
                    _claim[start],
                    _claim[start] >= 0 && _starts.Contains(start),
                    (marks & Figure) != 0,
                    (marks & Cue) != 0,
                    (marks & Speaker) != 0));
                start = next;
            }

            return pieces;
        }

        private void Mark(TextSpan span, byte mark)
        {
            for (var i = span.Start; i < span.End; i++) _marks[i] |= mark;
        }
    }
}
