namespace Konon.Bytes;

/// <summary>Why bytes are not taken for text.</summary>
public enum DecodeRefusal
{
    /// <summary>There are no bytes, or a byte order mark alone.</summary>
    Empty,

    /// <summary>The bytes are a picture, an archive, a program: anything but text.</summary>
    Binary,
}
