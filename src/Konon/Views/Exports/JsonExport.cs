using System.Text.Json;

namespace Konon.Views.Exports;

/// <summary>One object a line, or the same objects as one array.</summary>
internal sealed class JsonExport : IExportWriter
{
    private readonly Stream _output;
    private readonly bool _withText;
    private readonly bool _isArray;
    private readonly Utf8JsonWriter _json;

    public JsonExport(Stream output, bool withText, bool isArray)
    {
        _output = output;
        _withText = withText;
        _isArray = isArray;
        _json = new Utf8JsonWriter(output, ArticleJson.WriterOptions with { Indented = isArray });
        if (isArray) _json.WriteStartArray();
    }

    public void Dispose() => _json.Dispose();

    public void Add(ExportedArticle article)
    {
        ExportJson.Write(_json, article, _withText);
        _json.Flush();
        if (_isArray) return;
        _output.WriteByte((byte)'\n');
        _json.Reset();
    }

    public void Finish()
    {
        if (_isArray)
        {
            _json.WriteEndArray();
            _json.Flush();
            _output.WriteByte((byte)'\n');
        }

        _output.Flush();
    }
}
