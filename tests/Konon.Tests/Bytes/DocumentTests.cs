using Konon.Bytes;
using Xunit;

namespace Konon.Tests.Bytes;

public sealed class DocumentTests
{
    [Fact]
    public void A_document_is_known_by_its_bytes_and_by_others_once_they_are_others()
    {
        var document = new Document { Input = "a", Bytes = "satu"u8.ToArray() };
        var first = document.Sha256;
        var other = document with { Bytes = "dua"u8.ToArray() };

        Assert.Equal(DocumentDigest.Of("satu"u8), first);
        Assert.Equal(DocumentDigest.Of("dua"u8), other.Sha256);
        Assert.Equal(first, (document with { Input = "b" }).Sha256);
    }

    [Fact]
    public void Whoever_knows_the_digest_need_not_hold_the_bytes() =>
        Assert.Equal("ab", new Document { Input = "a", Bytes = default, Sha256 = "ab" }.Sha256);
}
