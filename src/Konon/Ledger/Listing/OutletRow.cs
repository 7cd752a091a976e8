namespace Konon.Ledger.Listing;

/// <summary>An outlet as a listing shows it.</summary>
/// <param name="Name">Its name or domain, as the articles have it.</param>
/// <param name="Articles">How many articles the ledger has of it now.</param>
/// <param name="First">The day of the first one; null where none has a day.</param>
/// <param name="Last">The day of the last one.</param>
public sealed record OutletRow(string Name, long Articles, string? First, string? Last);
