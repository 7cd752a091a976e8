namespace Konon.Stories.Grouping;

/// <summary>Languages whose words can meet, as a set.</summary>
[Flags]
internal enum LanguageSet : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Indonesian and Malay.</summary>
    Indonesian = 1,

    /// <summary>English.</summary>
    English = 2,

    /// <summary>Any other.</summary>
    Other = 4,
}

/// <summary>Names the set of one language.</summary>
internal static class LanguageSets
{
    /// <summary>The set of a language by its ISO 639-1 code.</summary>
    public static LanguageSet Of(string language) => language switch
    {
        "id" or "ms" => LanguageSet.Indonesian,
        "en" => LanguageSet.English,
        _ => LanguageSet.Other,
    };
}
