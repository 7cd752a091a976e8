using System.Security.Cryptography;
using System.Text;
using Konon.Claims;
using Konon.Stories;

namespace Konon.Ledger;

/// <summary>Short names made of what they name, so that every ledger gives the same thing the same name.</summary>
public static class ContentId
{
    // 64 bits: among a hundred million names the chance that any two meet is 1 in 3,700.
    private const int Bytes = 8;

    /// <summary>16 hexadecimal digits made of the parts.</summary>
    public static string Of(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts!))).AsSpan(0, Bytes));

    /// <summary>The id of a speaker in every ledger: made of <see cref="SpeakerKey"/>.</summary>
    public static string OfSpeaker(Speaker speaker) => Of(SpeakerKey.Of(speaker));
}
