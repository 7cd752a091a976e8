namespace Konon.Web.Access;

/// <summary>A token as it is kept: without the token itself.</summary>
/// <param name="Name">Whose it is; what its bearer decides is written down under this name.</param>
/// <param name="Scope">What its bearer may do.</param>
/// <param name="Sha256">SHA-256 of the token, 64 hexadecimal digits.</param>
/// <param name="AddedAt">When it was made.</param>
public sealed record KnownToken(string Name, TokenScope Scope, string Sha256, DateTimeOffset AddedAt);
