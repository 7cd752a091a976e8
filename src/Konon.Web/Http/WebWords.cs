using System.Globalization;
using System.Reflection;
using Konon.Claims;
using Konon.Text;
using Konon.Views;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Http;

/// <summary>The words of the pages in the reader's language, beside those that all views share.</summary>
public sealed class WebWords
{
    /// <summary>The cookie in which the choice of a language is kept.</summary>
    public const string Cookie = "konon-ui";

    private static readonly Dictionary<string, WebWords> Known =
        UiWords.Languages.ToDictionary(language => language, language => new WebWords(language), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _texts;

    private WebWords(string language)
    {
        Ui = UiWords.Of(language);
        _texts = Read(language);
    }

    /// <summary>The words that all views share: stances, days, figures.</summary>
    public UiWords Ui { get; }

    /// <summary>ISO 639-1.</summary>
    public string Language => Ui.Language;

    /// <summary>A fixed text.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that key.</exception>
    public string this[string key] => _texts[key];

    /// <summary>The words for a request: as chosen before, else the first language that the browser asks for, else English.</summary>
    public static WebWords Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Cookies[Cookie] is { } chosen && Known.TryGetValue(chosen, out var words)) return words;
        foreach (var asked in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(asked => asked.Quality ?? 1))
        {
            if (Known.TryGetValue(asked.Value.ToString().Split('-')[0], out var found)) return found;
        }

        return Known["en"];
    }

    /// <summary>The words of a language; null where there are none.</summary>
    public static WebWords? In(string language) => Known.GetValueOrDefault(language);

    /// <summary>A text with its gaps filled.</summary>
    public string Fill(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, _texts[key], values);

    /// <summary>A text that counts: one or many; the number is written as the language does.</summary>
    public string Count(string key, long count) => Fill(key + (count == 1 ? ".1" : ".n"), Number(count));

    /// <summary>A number with the language's separators.</summary>
    public string Number(long number) =>
        number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', Language == "id" ? '.' : ',');

    /// <summary>Days from and to, as the ledger writes them; one of a day alone, "undated" of none.</summary>
    public string Days(string? from, string? to) =>
        IsoDay.TryRead(from ?? to) is { } first && IsoDay.TryRead(to ?? from) is { } last ? Ui.Days(new DayRange(first, last), year: true) : this["article.undated"];

    private static Dictionary<string, string> Read(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("words/" + language)!;
        using var reader = new StreamReader(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            texts.Add(line[..tab], line[(tab + 1)..]);
        }

        return texts;
    }
}
