namespace Konon.Views.Exports;

/// <summary>Writes articles, one after the other, in one of the forms of an export; memory does not grow with their number.</summary>
/// <remarks>Only the table of speakers counts until the end. The same articles in the same order give the same bytes.</remarks>
public interface IExportWriter : IDisposable
{
    /// <summary>Writes one article, or counts it.</summary>
    void Add(ExportedArticle article);

    /// <summary>Writes what stands at the end and passes everything on; to be called once, without which the export is none.</summary>
    void Finish();
}
