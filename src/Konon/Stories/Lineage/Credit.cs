using Konon.Text;

namespace Konon.Stories.Lineage;

/// <summary>That a report names an outlet as where it has something from.</summary>
/// <param name="Report">The report's place in the list.</param>
/// <param name="Name">The outlet's name as it stands there first.</param>
/// <param name="Family">Its family.</param>
/// <param name="Spans">Where it is named; empty where the byline or the address says it.</param>
/// <param name="Share">Of the report's claims how many carry the credit, 0 to 1; 1 where the whole report does.</param>
internal sealed record Credit(int Report, string Name, string Family, IReadOnlyList<TextSpan> Spans, double Share);
