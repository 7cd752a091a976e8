namespace Konon.Claims;

/// <summary>The constructions that a cue allows; a word may allow several.</summary>
[Flags]
internal enum CueFrame
{
    /// <summary>Not a cue.</summary>
    None = 0,

    /// <summary>A short form beside a quotation or clause: "…," kata X.</summary>
    Say = 1 << 0,

    /// <summary>An active verb with a clause or quotation as its object: X mengatakan (bahwa) ….</summary>
    Tell = 1 << 1,

    /// <summary>An active verb whose object, clause or noun, is what is denied, confirmed or doubted.</summary>
    Deny = 1 << 2,

    /// <summary>An active verb that asks someone to act: X meminta Y (untuk) ….</summary>
    Urge = 1 << 3,

    /// <summary>A hope: urges with <c>agar</c>, else a plain wish.</summary>
    Hope = 1 << 4,

    /// <summary>A verb of answering, a cue only when refused: belum mengomentari.</summary>
    Mute = 1 << 5,

    /// <summary>A verb of giving, a cue only when an answer is not given: belum memberikan komentar.</summary>
    Give = 1 << 6,

    /// <summary>A verb that refuses: menolak.</summary>
    Refuse = 1 << 7,

    /// <summary>A passive that names nobody: X diduga Y.</summary>
    Heard = 1 << 8,

    /// <summary>A passive demand: X diminta Y.</summary>
    Asked = 1 << 9,

    /// <summary>A passive with the speaker behind it: … dikatakan (oleh) X.</summary>
    Told = 1 << 10,

    /// <summary>An attitude with a clause: X yakin (bahwa) ….</summary>
    Think = 1 << 11,

    /// <summary>A document, map or study as its own witness: X menunjukkan ….</summary>
    Show = 1 << 12,

    /// <summary>A verb that weighs; a claim only with a clause.</summary>
    Judge = 1 << 13,

    /// <summary>A preposition: menurut X.</summary>
    Per = 1 << 14,

    /// <summary>An outlet's credit: dikutip dari X.</summary>
    Carry = 1 << 15,

    /// <summary>A passive or performative that says too little: dinyatakan.</summary>
    Weak = 1 << 16,

    /// <summary>A point of view: bagi X, ….</summary>
    View = 1 << 17,
}
