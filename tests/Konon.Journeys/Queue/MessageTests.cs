using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Konon.Bytes;
using Konon.Ledger;
using Konon.Queue;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>What can be said of messages and addresses without a broker.</summary>
public sealed class MessageTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(11, 13);
    private static readonly string Digest = DocumentDigest.Of("Ani mengatakan hujan turun."u8);

    [Fact]
    public void A_message_reads_back_as_it_was_written() =>
        Check.One(Fixed, Prop.ForAll<NonNull<string>, long, byte[]>((input, number, label) =>
        {
            var message = new DocumentMessage
            {
                Input = Whole(input.Get),
                Sha256 = Digest,
                Run = number,
                FetchedAt = number % 2 == 0 ? number : null,
                SentAt = number / 2,
                Label = label,
            };
            var read = DocumentMessage.Parse(message.ToBytes());
            Assert.Equal(message with { Label = default }, read with { Label = default });
            Assert.Equal(label, read.Label.ToArray());
            Assert.Equal(message.Id, read.Id);
        }));

    [Fact]
    public void A_document_comes_out_as_it_went_in_with_its_time_of_fetching()
    {
        var document = new Document
        {
            Input = "https://kabar.example/berita/1",
            Bytes = Encoding.UTF8.GetBytes("<p>Ani mengatakan hujan turun.</p>"),
            Sha256 = Digest,
            Page = new PageFields("https://kabar.example/berita/1", "utf-8"),
            Delivery = new Delivery
            {
                Url = "https://kabar.example/berita/1",
                FetchedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_741_000_000_123),
                ContentType = "text/html",
                Feed = new FeedFields("e1", "Hujan", null),
            },
        };
        var message = new DocumentMessage
        {
            Input = document.Input,
            Sha256 = Digest,
            Run = 7,
            FetchedAt = document.Delivery.FetchedAt?.ToUnixTimeMilliseconds(),
            Label = DocumentLabel.Write(document),
        };
        var read = DocumentMessage.Parse(message.ToBytes());
        Assert.Equal(document, read.ToDocument(document.Bytes, read.Label));
    }

    [Theory]
    [InlineData("", "no message of konon")]
    [InlineData("[]", "no message of konon")]
    [InlineData("{\"v\":2}", "version 2")]
    [InlineData("{\"v\":1,\"sha256\":\"00\",\"run\":1,\"input\":\"a\"}", "no digest")]
    [InlineData("{\"v\":1,\"sha256\":\"../../etc/passwd\",\"run\":1,\"input\":\"a\"}", "no digest")]
    [InlineData("{\"v\":1,\"run\":1}", "the input is missing")]
    public void What_is_no_message_says_so(string body, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => DocumentMessage.Parse(Encoding.UTF8.GetBytes(body))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Spellings_of_one_address_go_to_one_queue()
    {
        var document = new Document { Input = "a", Bytes = default, Sha256 = Digest };
        var page = document with { Page = new PageFields("http://KABAR.example/b?utm_source=x") };
        var row = document with { Row = new RowFields(null, "https://kabar.example/b", null, null, null, null) };
        Assert.Equal(DocumentMessage.KeyOf(row), DocumentMessage.KeyOf(page));
        Assert.Equal(Digest, DocumentMessage.KeyOf(document));
    }

    [Theory]
    [InlineData("amqp://localhost", "amqp://localhost")]
    [InlineData("amqp://name:secret@one:5673/desk, amqps://name:secret@two", "amqp://one:5673/desk,amqps://two")]
    public void An_address_shows_no_password(string text, string shown)
    {
        Assert.True(BrokerAddress.TryParse(text, out var address));
        Assert.Equal(shown, address!.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("http://localhost")]
    [InlineData("amqp://one,two")]
    public void What_is_no_address_is_refused(string? text) => Assert.False(BrokerAddress.TryParse(text, out _));

    [Theory]
    [InlineData(0.4, "0 s")]
    [InlineData(75, "1 min 15 s")]
    [InlineData(3700, "1 h 1 min")]
    [InlineData(200_000, "2 d 7 h")]
    public void An_age_is_told_in_its_two_largest_units(double seconds, string words) => Assert.Equal(words, StatusText.Age(seconds));

    // Half a surrogate pair is no text, and JSON has no way of writing it.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
