using System.Globalization;

namespace Konon.Intake.Archives;

/// <summary>A record of an archive.</summary>
/// <param name="Name">Its offset in the file; inside a member of several records with <c>+</c> and its offset there.</param>
/// <param name="Header">Its head; null where the record is damaged.</param>
/// <param name="Content">Its content, or the beginning of it; null where it is damaged or of a kind not asked for.</param>
internal sealed record WarcRecord(string Name, WarcHeader? Header, byte[]? Content)
{
    /// <summary>Whether the content is larger than the limit, and was not read to its end.</summary>
    public bool IsTooLarge => Content?.Length < Header?.ContentLength;

    /// <summary>Whether it is an answer of a web server, head and all.</summary>
    public bool IsResponse => Header is { Type: "response" }
        && Header.ContentType.StartsWith("application/http", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads an archive record by record, plain or gzipped, in memory of one record.</summary>
/// <remarks>
/// A damaged record costs itself: the next one is looked for from the byte after its beginning on, so that a length
/// that is too long, or a member that was cut off, does not take its neighbours along. In a pipe that holds for records
/// of up to 1 MB as they are stored.
/// </remarks>
internal sealed class WarcReader : IDisposable
{
    // An archive made of records that each look whole until their far end could be read again for every one of them.
    private const long MostReadAgain = 1L << 30;
    private const int HeadSample = 32;
    private const int LargeSample = 1 << 14;

    private readonly Window _file;
    private readonly Window _unpacked = new();
    private readonly bool _packed;
    private readonly int _maxContent;
    private readonly long _maxMember;
    private GzipMember? _member;
    private bool _lost;
    private long _start;
    private long _readAgain;

    /// <summary>Reads from a stream's beginning.</summary>
    /// <param name="stream">The archive; any stream, and one that can seek resumes and recovers better.</param>
    /// <param name="maxContent">The most bytes of content that one record is read for.</param>
    /// <param name="maxMember">The most bytes that one gzip member may unpack to.</param>
    /// <param name="skip">Records that begin before this offset are passed over.</param>
    public WarcReader(Stream stream, int maxContent, long maxMember, long skip = 0)
    {
        _file = new Window(stream);
        (_maxContent, _maxMember) = (maxContent, maxMember);
        _packed = _file.Peek(2) is [0x1F, 0x8B];
        if (skip <= 0) return;
        _file.GoTo(skip);
        _lost = true;
    }

    /// <summary>How many bytes of the file have been read.</summary>
    public long Position => _file.Position;

    /// <summary>The next record, or the next damage; null at the end.</summary>
    public WarcRecord? Next()
    {
        try
        {
            return _packed ? NextPacked() : NextPlain();
        }
        catch (InvalidDataException)
        {
            return Damaged();
        }
    }

    public void Dispose() => _member?.Dispose();

    private WarcRecord? NextPacked()
    {
        while (true)
        {
            if (_member is null && !OpenMember()) return null;
            if (_unpacked.Peek(1).IsEmpty)
            {
                CloseMember();
                continue;
            }

            var inner = _unpacked.Position;
            var name = Name(_start) + (inner > 0 ? "+" + Name(inner) : string.Empty);
            var record = ReadRecord(_unpacked, name);
            // Usually the member ends here, and then its check sum is held against the record before anyone sees it.
            if (_unpacked.Peek(1).IsEmpty) CloseMember();
            return record;
        }
    }

    private bool OpenMember()
    {
        if (_lost && !GzipMember.Find(_file)) return false;
        _lost = false;
        PassPadding();
        _start = _file.Position;
        if (_file.Peek(1).IsEmpty) return false;
        _member = GzipMember.Open(_file, _maxMember) ?? throw new InvalidDataException("Not the beginning of a member.");
        _unpacked.Reset(_member);
        return true;
    }

    private void PassPadding()
    {
        while (_file.Peek(1) is [0]) _file.Advance(1);
    }

    private void CloseMember()
    {
        _member?.Dispose();
        _member = null;
    }

    private WarcRecord? NextPlain()
    {
        if (_lost && !FindPlain()) return null;
        _lost = false;
        _start = _file.Position;
        if (_file.Peek(1).IsEmpty) return null;
        var record = ReadRecord(_file, Name(_start));
        if (_file.Peek(WarcHeader.Mark.Length) is { IsEmpty: false } next && !next.SequenceEqual(WarcHeader.Mark))
        {
            throw new InvalidDataException("No record follows where one should.");
        }

        return record;
    }

    /// <summary>Moves to the next place that begins like a record; after one that was cut off it need not begin a line.</summary>
    private bool FindPlain()
    {
        ReadOnlySpan<byte> mark = "WARC/1."u8;
        while (true)
        {
            var ahead = _file.Peek(1 << 15);
            var at = ahead.IndexOf(mark);
            if (at >= 0)
            {
                _file.Advance(at);
                if (LooksLikeHead(_file.Peek(HeadSample))) return true;
                _file.Advance(1);
            }
            else if (ahead.Length < mark.Length)
            {
                return false;
            }
            else
            {
                _file.Advance(ahead.Length - mark.Length + 1);
            }
        }
    }

    /// <summary>Whether the version ends its line, and a field of records begins the next.</summary>
    private static bool LooksLikeHead(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        if (end is < 0 or > 10) return false;
        var next = head[(end + 1)..];
        return next.StartsWith("WARC-"u8) || next.StartsWith("Content-"u8);
    }

    private WarcRecord ReadRecord(Window window, string name)
    {
        var header = WarcHeader.Read(window);
        var record = new WarcRecord(name, header, null);
        // Of what is too large the beginning tells whether it would have been a page.
        var wanted = !record.IsResponse ? 0 : header.ContentLength > _maxContent ? LargeSample : (int)header.ContentLength;
        if (record.IsResponse) record = record with { Content = ReadContent(window, wanted) };
        var rest = header.ContentLength - wanted;
        if (window.Skip(rest) < rest) throw new InvalidDataException("A record is cut off.");
        ReadEnd(window);
        return record;
    }

    /// <summary>Grows with what is there, not with what a head claims.</summary>
    private static byte[] ReadContent(Window window, int length)
    {
        const int Trusted = 1 << 20;
        var content = GC.AllocateUninitializedArray<byte>(Math.Min(length, Trusted));
        var at = 0;
        while (at < length)
        {
            if (at == content.Length) Array.Resize(ref content, (int)Math.Min(length, content.Length * 2L));
            var read = window.Read(content.AsSpan(at));
            if (read == 0) throw new InvalidDataException("A record is cut off.");
            at += read;
        }

        return content;
    }

    /// <summary>Two line ends; some writers leave them out at the archive's end, some write them without returns.</summary>
    private static void ReadEnd(Window window)
    {
        var ahead = window.Peek(4);
        if (ahead.IsEmpty) return;
        var length = ahead.StartsWith("\r\n\r\n"u8) ? 4 : ahead.StartsWith("\n\n"u8) ? 2 : 0;
        if (length == 0) throw new InvalidDataException("A record is longer than it says.");
        window.Advance(length);
    }

    private WarcRecord Damaged()
    {
        CloseMember();
        var reached = _file.Position;
        _readAgain += reached - _start;
        _file.GoTo(_readAgain <= MostReadAgain ? _start + 1 : Math.Max(reached, _start + 1));
        _lost = true;
        return new WarcRecord(Name(_start), null, null);
    }

    private static string Name(long offset) => offset.ToString(CultureInfo.InvariantCulture);
}
