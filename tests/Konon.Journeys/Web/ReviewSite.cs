using Konon.Web;

namespace Konon.Journeys.Web;

/// <summary>The server on the samples with review on.</summary>
public sealed class ReviewSite : Site
{
    protected override WebOptions Options => WebOptions.Default with { Review = true };
}
