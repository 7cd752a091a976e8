using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>The tests that share a cluster and a database server; one after the other, since they kill parts of them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class QueueServers : ICollectionFixture<Broker>, ICollectionFixture<DatabaseServer>
{
    public const string Name = "queue";
}
