using Xunit;

namespace Konon.Journeys.Browser;

/// <summary>The tests that share one browser; one after the other, so that the machine is not asked for several at once.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Studio>
{
    public const string Name = "Browser";
}
