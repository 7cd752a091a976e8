using Konon.Bytes;

namespace Konon.Intake;

/// <summary>What should be at an address.</summary>
internal enum LinkTo
{
    /// <summary>Whatever the user named.</summary>
    Anything,

    /// <summary>The article behind a feed's entry.</summary>
    Article,

    /// <summary>A feed or sitemap that a list named.</summary>
    Feed,
}

/// <summary>An address to be fetched.</summary>
/// <param name="Url">The address.</param>
/// <param name="To">What should be there.</param>
internal sealed record Link(string Url, LinkTo To)
{
    /// <summary>What the feed said of it; null where no feed named it.</summary>
    public FeedFields? Feed { get; init; }

    /// <summary>How many lists stand between it and the user's own words.</summary>
    public int Depth { get; init; }

    /// <summary>How many articles may still be read of the index that named it; null where it has its own count.</summary>
    public Allowance? Allowance { get; init; }
}

/// <summary>A number that several feeds draw on together.</summary>
internal sealed class Allowance(int count)
{
    private int _left = count;

    /// <summary>Whether none is left.</summary>
    public bool IsEmpty => _left == 0;

    /// <summary>Takes one; false where none is left.</summary>
    public bool Take()
    {
        if (IsEmpty) return false;
        _left--;
        return true;
    }
}

/// <summary>What is known of a stream beside its bytes.</summary>
/// <param name="Link">The address that led to it.</param>
/// <param name="Delivery">The label of the documents in it.</param>
internal sealed record Carried(Link Link, Delivery Delivery);
