namespace Konon.Web.Access;

/// <summary>Why a token was neither made nor revoked.</summary>
public enum TokenRefusal
{
    /// <summary>The name is empty, longer than 100 letters or not on one line.</summary>
    BadName,

    /// <summary>There is a token of that name already.</summary>
    NameTaken,

    /// <summary>There is no token of that name.</summary>
    NoSuchToken,
}
