using Konon.Ledger.Listing;
using Konon.Views.Listing;

namespace Konon.Cli;

/// <summary>The kinds of listings.</summary>
internal static class Listings
{
    public static ListingOutput<ClaimRow> Claims { get; } =
        new("claims", (page, row) => page.Write(row), ListingJson.Write, ListingCsv.Of);

    public static ListingOutput<FigureRow> Figures { get; } =
        new("figures", (page, row) => page.Write(row), ListingJson.Write, ListingCsv.Of);

    public static ListingOutput<ArticleRow> Articles { get; } =
        new("articles", (page, row) => page.Write(row), ListingJson.Write, ListingCsv.Of);

    public static ListingOutput<SpeakerRow> Speakers { get; } =
        new("speakers", (page, row) => page.Write(row), ListingJson.Write, ListingCsv.Of);

    public static ListingOutput<StoryRow> Stories { get; } =
        new("stories", (page, row) => page.Write(row), ListingJson.Write, ListingCsv.Of);
}
