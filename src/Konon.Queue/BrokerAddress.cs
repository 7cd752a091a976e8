using RabbitMQ.Client;

namespace Konon.Queue;

/// <summary>Where the broker is: one address, or those of all nodes of a cluster.</summary>
public sealed class BrokerAddress
{
    // Two heartbeats missed and a node counts as gone, however silently: 20 s.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    private readonly List<Uri> _nodes;

    private BrokerAddress(List<Uri> nodes) => _nodes = nodes;

    /// <summary>Reads <c>amqp://name:password@host:port/vhost</c>, also several, parted by commas.</summary>
    /// <param name="text">What the user wrote; names, password and virtual host are taken from the first.</param>
    /// <param name="address">The address; null where it is none.</param>
    public static bool TryParse(string? text, out BrokerAddress? address)
    {
        address = null;
        var nodes = new List<Uri>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(part, UriKind.Absolute, out var node) || node.Scheme is not ("amqp" or "amqps")
                || node.Host.Length == 0) return false;
            nodes.Add(node);
        }

        if (nodes.Count > 0) address = new BrokerAddress(nodes);
        return address is not null;
    }

    /// <summary>The address without name and password, for people and logs.</summary>
    public override string ToString() => string.Join(',', _nodes.Select(node =>
        node.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/')));

    /// <summary>Connects to whichever node answers.</summary>
    /// <param name="name">What the broker's own pages call the connection.</param>
    /// <param name="cancel">Ends the waiting.</param>
    internal Task<IConnection> ConnectAsync(string name, CancellationToken cancel)
    {
        var factory = new ConnectionFactory
        {
            Uri = _nodes[0],
            ClientProvidedName = name,
            RequestedHeartbeat = Heartbeat,
            RequestedConnectionTimeout = LongestConnect,
            // Sessions are made anew as a whole: what recovers by itself brings back consumers whose messages are long with others.
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
        };
        return factory.CreateConnectionAsync(_nodes.ConvertAll(node => new AmqpTcpEndpoint(node)), name, cancel);
    }
}
