using System.Net;
using Konon.Fetch;
using Xunit;

namespace Konon.Tests.Fetch;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("168.63.129.15")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2404:6800:4003::200e")]
    [InlineData("2a00:1450::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::1")]
    public void Lets_public_addresses_through(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.255")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Holds_all_others_back(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://a.example/x", "http://a.example/x")]
    [InlineData("HTTPS://A.Example", "https://a.example/")]
    [InlineData(" https://a.example/x?y=1#z ", "https://a.example/x?y=1")]
    [InlineData("https://user:secret@a.example/", "https://a.example/")]
    [InlineData("http://2130706433/", "http://127.0.0.1/")]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("http://0177.0.0.1/", "http://127.0.0.1/")]
    [InlineData("https://a.example/berita/mangkir ke-2", "https://a.example/berita/mangkir%20ke-2")]
    public void Reads_an_address_in_one_form(string written, string read)
    {
        Assert.Null(Addresses.Read(written, null, out var url));
        Assert.Equal(read, url!.AbsoluteUri);
    }

    [Theory]
    [InlineData("", FetchRefusal.NotAnAddress)]
    [InlineData("https://", FetchRefusal.NotAnAddress)]
    [InlineData("a.example/x", FetchRefusal.NotAnAddress)]
    [InlineData("ftp://a.example/", FetchRefusal.NotHttp)]
    [InlineData("file:///etc/passwd", FetchRefusal.NotHttp)]
    [InlineData("gopher://a.example/", FetchRefusal.NotHttp)]
    [InlineData("javascript:alert(1)", FetchRefusal.NotHttp)]
    public void Refuses_what_is_no_web_address(string written, FetchRefusal refusal) =>
        Assert.Equal(refusal, Addresses.Read(written, null, out _));

    [Fact]
    public void An_address_longer_than_any_is_none() =>
        Assert.Equal(FetchRefusal.NotAnAddress, Addresses.Read("https://a.example/" + new string('a', 9000), null, out _));

    [Theory]
    [InlineData("https://a.example/", true)]
    [InlineData("HTTP://a.example", true)]
    [InlineData("gopher://x", true)]
    [InlineData("C://x", false)]
    [InlineData("coverage/a.txt", false)]
    [InlineData("://x", false)]
    [InlineData("a b://x", false)]
    [InlineData("-", false)]
    public void Tells_addresses_from_paths(string input, bool isAddress) => Assert.Equal(isAddress, Fetcher.IsAddress(input));

    [Fact]
    public void Every_refusal_has_words_on_one_line() =>
        Assert.All(Enum.GetValues<FetchRefusal>(), refusal => Assert.Matches("^[^\n.]*(robots\\.txt[^\n.]*)?$", refusal.Message()));
}
