using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Stories;
using Konon.Stories.Series;
using Xunit;

namespace Konon.Tests.Stories;

/// <summary>A small story of invented reports, read as real ones are.</summary>
internal sealed class Coverage
{
    private readonly List<Reading> _readings = [];

    /// <summary>Adds a report; <paramref name="published"/> is a day or a day with a time.</summary>
    public Coverage Add(string outlet, string published, string title, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(outlet + title + text);
        var document = Given.Bytes(bytes) with
        {
            Input = $"{outlet}-{_readings.Count}",
            Row = new RowFields($"{_readings.Count}", null, outlet, title, published, text),
        };
        Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
        _readings.Add(ClaimFinder.Read(article!));
        return this;
    }

    public IReadOnlyList<Reading> Readings => _readings;

    public Story Story => StoryBuilder.Build(_readings);

    /// <summary>The series of that name; where a place or owner divides it, the one with most values.</summary>
    public FigureSeries Series(string name, FigureScope scope = FigureScope.Total) => Story.Figures
        .Where(series => series.Name == name && series.Key.Scope == scope)
        .OrderByDescending(series => series.Points.Count)
        .FirstOrDefault() ?? throw new ArgumentException($"no {name} among: {string.Join(", ", Story.Figures.Select(series => series.Name))}", nameof(name));

    /// <summary>Its values, each as often as a source gives it, with how they stand to earlier ones: "8 first, 9 update, 9 repeat".</summary>
    public string Line(string name, FigureScope scope = FigureScope.Total) =>
        string.Join(", ", Series(name, scope).Points.Select(point => $"{point.Figure.Value / 1.000000000m:0.####} {point.Relation}".ToLowerInvariant()
            + (point.WithdrawnBy is null ? "" : " withdrawn")));
}
