namespace Konon.Stories.Lineage;

/// <summary>Which of the latest texts bear a shingle: a ring of postings, chained by shingle from the latest to the oldest.</summary>
/// <remarks>
/// The chains are those of LZ77's match finders (as in zlib's <c>deflate.c</c>): a link that leads out of the ring ends the chain,
/// so nothing is ever deleted. Positions are counted modulo 2^32; a link that comes round again meets another shingle and is passed
/// over. The ring doubles until it has its full size. Not thread-safe.
/// </remarks>
internal sealed class ShinglePostings
{
    private const int FirstSize = 1 << 12;
    private readonly int _largest;
    private readonly int _cap;
    private Posting[] _ring = new Posting[FirstSize];
    private uint[] _heads = new uint[FirstSize];
    private uint _next = 1;

    public ShinglePostings(int largest, int cap)
    {
        _largest = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(largest, FirstSize));
        _cap = cap;
    }

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => (long)_ring.Length * (16 + sizeof(uint));

    /// <summary>Tells which texts from <paramref name="oldest"/> on bear the shingle, and adds <paramref name="text"/> to them.</summary>
    /// <returns>
    /// How many stand in <paramref name="bearers"/>; -1 when the text itself has the shingle already; none when too many bear it.
    /// </returns>
    public int Meet(uint shingle, int text, int oldest, Span<int> bearers)
    {
        var found = 0;
        uint common = 0;
        var at = _heads[shingle & (uint)(_heads.Length - 1)];
        var age = _next - at;
        while (at != 0 && age <= (uint)_ring.Length)
        {
            ref readonly var posting = ref _ring[at & (uint)(_ring.Length - 1)];
            if (posting.Text < oldest) break;
            if (posting.Shingle == shingle)
            {
                if (posting.Text == text) return -1;
                if (found == 0 && StillCommon(posting.CommonUntil, oldest)) common = posting.CommonUntil;
                else if (found == _cap) common = at;
                if (common != 0) break;
                bearers[found++] = posting.Text;
            }

            at = posting.Previous;
            var older = _next - at;
            if (older <= age) break;
            age = older;
        }

        Add(shingle, text, common);
        return common != 0 ? 0 : found;
    }

    /// <summary>How far the ring is filled, for <see cref="TakeBack"/>.</summary>
    public uint Mark => _next;

    /// <summary>Takes back what was added since the mark; what it pushed out of a full ring stays forgotten.</summary>
    public void TakeBack(uint mark)
    {
        while (_next != mark)
        {
            if (--_next == 0) _next = uint.MaxValue;
            var posting = _ring[_next & (uint)(_ring.Length - 1)];
            _heads[posting.Shingle & (uint)(_heads.Length - 1)] = posting.Previous;
        }
    }

    // Too common as long as the posting that filled the measure is in the ring and in the window: no chain is walked till then.
    private bool StillCommon(uint until, int oldest) =>
        until != 0 && _next - until <= (uint)_ring.Length && _ring[until & (uint)(_ring.Length - 1)].Text >= oldest;

    private void Add(uint shingle, int text, uint common)
    {
        if (_next > (uint)_ring.Length && _ring.Length < _largest) Grow();
        ref var head = ref _heads[shingle & (uint)(_heads.Length - 1)];
        _ring[_next & (uint)(_ring.Length - 1)] = new Posting(shingle, text, head, common);
        head = _next;
        if (++_next == 0) _next = 1;
    }

    private void Grow()
    {
        var (old, oldest) = (_ring, _next - (uint)_ring.Length);
        _ring = new Posting[old.Length * 2];
        _heads = new uint[_ring.Length];
        for (var at = oldest; at != _next; at++)
        {
            var posting = old[at & (uint)(old.Length - 1)];
            ref var head = ref _heads[posting.Shingle & (uint)(_heads.Length - 1)];
            _ring[at & (uint)(_ring.Length - 1)] = posting with { Previous = head };
            head = at;
        }
    }

    private readonly record struct Posting(uint Shingle, int Text, uint Previous, uint CommonUntil);
}
