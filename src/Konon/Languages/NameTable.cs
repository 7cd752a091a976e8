using Konon.Text;

namespace Konon.Languages;

/// <summary>On whose behalf the holder of a role speaks.</summary>
internal enum RoleSide
{
    /// <summary>Nobody's but their own.</summary>
    None,

    /// <summary>A state or its local government.</summary>
    State,

    /// <summary>A company or another body.</summary>
    Organisation,

    /// <summary>The words that follow decide.</summary>
    Either,
}

/// <summary>A role: office, job or part.</summary>
/// <param name="Kind">office, company, civic or modifier.</param>
/// <param name="Side">On whose behalf its holder speaks.</param>
internal readonly record struct RoleWord(string Kind, RoleSide Side);

/// <summary>A place, or a body that stands for a state.</summary>
/// <param name="Name">As written in the table.</param>
/// <param name="Kind">state, capital, organ, province, regency, city, region or people.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="IsAmbiguous">Whether it is an ordinary word or a person's name, too.</param>
internal sealed record PlaceName(string Name, string Kind, string Country, bool IsAmbiguous);

/// <summary>A body that is no state.</summary>
/// <param name="Name">As written in the table.</param>
/// <param name="Party">The short name under which it counts.</param>
/// <param name="Kind">international, company, party, society …</param>
internal sealed record OrganisationName(string Name, string Party, string Kind);

/// <summary>An outlet.</summary>
/// <param name="Name">As written in the table.</param>
/// <param name="Canonical">Its usual name.</param>
/// <param name="Family">Whose outlets it belongs to.</param>
internal sealed record OutletName(string Name, string Canonical, string Family);

/// <summary>A noun for somebody unnamed, a group, or a document that speaks.</summary>
/// <param name="Type">unnamed, group, office or document.</param>
/// <param name="IsState">Whether it speaks for a state.</param>
internal readonly record struct SpeakerNoun(string Type, bool IsState);

/// <summary>Names of people, places, bodies and outlets, and the words of roles and titles around them.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, string> countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> families = new(StringComparer.Ordinal);
    private readonly HashSet<int> given = [];
    private readonly HashSet<int> givenAmbiguous = [];
    private readonly HashSet<int> particles = [];
    private readonly HashSet<int> ranks = [];
    private readonly HashSet<int> degrees = [];
    private readonly HashSet<int> institution = [];
    private readonly HashSet<int> placeHeads = [];

    /// <summary>Reads the tables of a language.</summary>
    /// <param name="language">The folder.</param>
    /// <param name="vocabulary">Takes every word.</param>
    /// <param name="namesOf">The folder whose people's names count, too, where the language's own table does not know better; null for none.</param>
    public NameTable(string language, Vocabulary vocabulary, string? namesOf = null)
    {
        Roles = new PhraseTable<RoleWord>(vocabulary);
        Places = new PhraseTable<PlaceName>(vocabulary);
        Organisations = new PhraseTable<OrganisationName>(vocabulary);
        Outlets = new PhraseTable<OutletName>(vocabulary);
        SpeakerNouns = new PhraseTable<SpeakerNoun>(vocabulary);
        Titles = new PhraseTable<string>(vocabulary);
        foreach (var row in LanguageResource.Rows(language, "roles"))
            Roles.Add(row[0], new RoleWord(row[1], Enum.Parse<RoleSide>(row[2], ignoreCase: true)));
        foreach (var row in LanguageResource.Rows(language, "places"))
        {
            Places.Add(row[0], new PlaceName(row[0], row[1], row[2], row.Length > 3));
            countries.TryAdd(row[0], row[2]);
        }

        foreach (var row in LanguageResource.Rows(language, "organisations"))
            Organisations.Add(row[0], new OrganisationName(row[0], row[1], row[2]));
        foreach (var row in LanguageResource.Rows(language, "outlets"))
        {
            var family = row.Length > 2 ? row[2] : row[1];
            Outlets.Add(row[0], new OutletName(row[0], row[1], family));
            families.TryAdd(row[0].ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal), family);
        }

        foreach (var row in LanguageResource.Rows(language, "speakers"))
            SpeakerNouns.Add(row[0], new SpeakerNoun(row[1], row.Length > 2 && row[2] == "state"));
        foreach (var row in LanguageResource.Rows(language, "titles"))
        {
            if (row[1] == "after") degrees.Add(vocabulary.Add(row[0]));
            else Titles.Add(row[0], row[1]);
            if (row[1] == "rank" && !row[0].Contains(' ', StringComparison.Ordinal)) ranks.Add(vocabulary.Add(row[0]));
        }

        foreach (var row in LanguageResource.Rows(language, "institution"))
        {
            var word = vocabulary.Add(row[0]);
            institution.Add(word);
            if (row.Length > 1 && row[1] == "place") placeHeads.Add(word);
        }

        foreach (var row in LanguageResource.Rows(language, "names"))
        {
            var word = vocabulary.Add(row[0]);
            if (row.Length > 1 && row[1] == "particle") particles.Add(word);
            else if (row.Length > 1 && row[1] == "ambiguous") givenAmbiguous.Add(word);
            else given.Add(word);
        }

        if (namesOf is null) return;
        foreach (var row in LanguageResource.Rows(namesOf, "names"))
        {
            var word = vocabulary.Add(row[0]);
            // "Israel", "Chad": the language's own tables know better.
            if (particles.Contains(word) || givenAmbiguous.Contains(word) || countries.ContainsKey(row[0])) continue;
            if (row.Length == 1) given.Add(word);
            else if (row[1] == "ambiguous") givenAmbiguous.Add(word);
        }
    }

    /// <summary>Offices, jobs and parts.</summary>
    public PhraseTable<RoleWord> Roles { get; }

    /// <summary>Places and the bodies that stand for states.</summary>
    public PhraseTable<PlaceName> Places { get; }

    /// <summary>Bodies that are no states.</summary>
    public PhraseTable<OrganisationName> Organisations { get; }

    /// <summary>Outlets.</summary>
    public PhraseTable<OutletName> Outlets { get; }

    /// <summary>Nouns for somebody unnamed.</summary>
    public PhraseTable<SpeakerNoun> SpeakerNouns { get; }

    /// <summary>Ranks and honorifics before a name: rank, academic or polite.</summary>
    public PhraseTable<string> Titles { get; }

    /// <summary>The country of a place or state body, in any case; null when no table knows it.</summary>
    public string? CountryOf(string place) => countries.GetValueOrDefault(place);

    /// <summary>Whose outlets an outlet belongs to, by its name in lower case without blanks; null when no table knows it.</summary>
    public string? FamilyOf(string outlet) => families.GetValueOrDefault(outlet);

    /// <summary>Whether the word is a given or family name and nothing else.</summary>
    public bool IsGivenName(int word) => given.Contains(word);

    /// <summary>Whether the word is a name that is an ordinary word or place, too.</summary>
    public bool MayBeName(int word) => given.Contains(word) || givenAmbiguous.Contains(word);

    /// <summary>Whether the word holds parts of a name together: bin, van.</summary>
    public bool IsParticle(int word) => particles.Contains(word);

    /// <summary>Whether the word is a degree behind a name.</summary>
    public bool IsDegree(int word) => degrees.Contains(word);

    /// <summary>Whether the word belongs to names of offices and bodies.</summary>
    public bool IsInstitution(int word) => institution.Contains(word);

    /// <summary>Whether the next capitalised word is a place: desa, jalan.</summary>
    public bool IsPlaceHead(int word) => placeHeads.Contains(word);
}
