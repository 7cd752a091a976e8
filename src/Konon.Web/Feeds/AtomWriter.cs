using System.Text;
using System.Xml;
using Konon.Ledger;

namespace Konon.Web.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomWriter
{
    public const string Type = "application/atom+xml; charset=utf-8";
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true, NewLineChars = "\n" };

    /// <summary>The feed's bytes: the same for the same feed at the same address.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="host">Scheme and host of this server, without a slash at the end.</param>
    /// <param name="self">The feed's own address, from the slash on.</param>
    public static byte[] Write(WebFeed feed, string host, string self)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, feed.Language);
            xml.WriteElementString("id", Namespace, feed.Id);
            xml.WriteElementString("title", Namespace, FeedText.Title(feed.Title));
            xml.WriteElementString("updated", Namespace, FeedText.Time(feed.Updated));
            WriteLink(xml, "self", host + self, "application/atom+xml");
            WriteLink(xml, "alternate", host + feed.Page, "text/html");
            xml.WriteElementString("generator", Namespace, Reader.Name);
            foreach (var entry in feed.Entries) Write(xml, entry, host);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Write(XmlWriter xml, FeedEntry entry, string host)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, entry.Id);
        xml.WriteElementString("title", Namespace, FeedText.Title(entry.Title));
        xml.WriteElementString("updated", Namespace, FeedText.Time(entry.Updated));
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, FeedText.Line(entry.Author ?? Reader.Name));
        xml.WriteEndElement();
        WriteLink(xml, "alternate", host + entry.Page, "text/html");
        if (entry.Source is { } source) WriteLink(xml, "via", source, null);
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedText.Html(entry.Paragraphs));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string address, string? type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        if (type is not null) xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
