using Konon.Fetch;
using Konon.Intake;
using Xunit;

namespace Konon.Tests.Intake.Archives;

/// <summary>What is measured here is the whole process, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(ArchiveMemoryTests), DisableParallelization = true)]
[Collection(nameof(ArchiveMemoryTests))]
public sealed class ArchiveMemoryTests
{
    [Fact]
    public void Holds_one_record_however_long_the_archive()
    {
        var part = Warc.Pack(Warc.Response("https://a.example/", new string('a', 20_000)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, most) = (0, 0L);
        var rows = new ArchiveRows(CoverageOptions.Default);
        foreach (var item in rows.Read("x", new Repeated(part, 20_000)))
        {
            Assert.NotNull(item.Document);
            if (++count % 5000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(20_000, count);
        Assert.True(most < 8_000_000, $"{most} bytes held");
    }

    /// <summary>The same bytes over and over, as a pipe.</summary>
    private sealed class Repeated(byte[] part, int times) : ReadOnlyStream
    {
        private long _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at >= (long)part.Length * times) return 0;
            var from = (int)(_at % part.Length);
            var read = Math.Min(buffer.Length, part.Length - from);
            part.AsSpan(from, read).CopyTo(buffer);
            _at += read;
            return read;
        }
    }
}
