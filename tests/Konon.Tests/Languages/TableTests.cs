using Konon.Claims;
using Konon.Languages;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Languages;

/// <summary>What every table of every language holds to.</summary>
public sealed class TableTests
{
    private static readonly string[] Kinds = ["office", "company", "civic", "modifier"];
    private static readonly string[] Acts =
        ["states", "estimates", "accuses", "warns", "condemns", "promises", "plans", "reports", "demands", "asks", "praises", "regrets", "concludes"];

    // How many columns a row of a table may have; a table that is not here has none of its own rules.
    private static readonly Dictionary<string, (int Least, int Most)> Columns = new(StringComparer.Ordinal)
    {
        ["calendar"] = (2, 3), ["causes"] = (1, 1), ["common"] = (1, 1), ["corrections"] = (2, 2), ["counted"] = (2, 4),
        ["credits"] = (2, 2),
        ["cues"] = (4, 4), ["families"] = (2, 3), ["frequency"] = (3, 3), ["furniture"] = (3, 3), ["grammar"] = (2, 2),
        ["headlines"] = (2, 2), ["identifying-words"] = (2, 3), ["institution"] = (1, 2), ["lists"] = (2, 2),
        ["mastheads"] = (1, 1), ["matter"] = (2, 2), ["names"] = (1, 2), ["numbers"] = (2, 4), ["organisations"] = (3, 3),
        ["outlets"] = (3, 4), ["places"] = (3, 4), ["releases"] = (2, 2), ["roles"] = (3, 3), ["search"] = (2, 2),
        ["series"] = (2, 3), ["speakers"] = (3, 3), ["state-names"] = (2, 2), ["times"] = (2, 3), ["titles"] = (2, 2),
        ["ui"] = (2, 2),
        ["byline-words"] = (2, 2), ["date-words"] = (1, 1), ["forms"] = (3, 4), ["months"] = (2, 2), ["page-classes"] = (2, 2), ["page-phrases"] = (2, 2), ["roots"] = (1, 1), ["stems"] = (2, 2), ["traits"] = (2, 2),
    };

    // Rows that stand twice and are known: a list that only shrinks.
    private static readonly string[] Twice = [];

    // Rows that can match nothing and are known: a list that only shrinks.
    private static readonly string[] Lost = [];

    private static string Folder => Path.Combine(SharedData.Repository, "src", "Konon", "Languages");

    private static List<(string Language, string Table)> Tables =>
        [.. Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileNameWithoutExtension(path)))];

    [Fact]
    public void Every_row_has_the_columns_that_its_table_asks_for()
    {
        var rows = 0;
        foreach (var (language, table) in Tables)
        {
            var read = LanguageResource.Rows(language, table);
            Assert.True(read.Count > 0, $"{language}/{table} is not part of the engine");
            Assert.True(Columns.TryGetValue(table, out var columns), $"{language}/{table}: add its columns to this test");
            Assert.All(read, row =>
            {
                Assert.True(row.Length >= columns.Least && row.Length <= columns.Most, $"{language}/{table}: {string.Join('\t', row)}");
                Assert.NotEqual("", row[0]);
            });
            rows += read.Count;
        }

        Assert.True(rows > 30_000, $"only {rows} rows were read");
    }

    [Fact]
    public void No_row_stands_twice()
    {
        var twice = Tables.SelectMany(t => LanguageResource.Rows(t.Language, t.Table).Select(row => $"{t.Language}/{t.Table}: {string.Join('\t', row)}"))
            .GroupBy(row => row, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Equal(Twice, twice.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lines_end_in_a_line_feed_and_hold_no_byte_order_mark()
    {
        var files = Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories);
        Assert.True(files.Length >= 30, $"only {files.Length} tables were read");
        Assert.All(files, file =>
        {
            var bytes = File.ReadAllBytes(file);
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.Equal((byte)'\n', bytes[^1]);
            Assert.NotEqual(0xEF, bytes[0]);
            Assert.Equal((byte)'#', bytes[0]);
        });
    }

    [Fact]
    public void Every_cue_has_a_construction_a_stance_and_an_act_that_are_known()
    {
        var cues = Language.Codes.SelectMany(code => LanguageResource.Rows(code, "cues")).ToList();
        Assert.True(cues.Count > 400, $"only {cues.Count} cues were read");
        Assert.All(cues, row =>
        {
            Assert.True(IsName<CueFrame>(row[1]) && row[1] != "none", string.Join('\t', row));
            Assert.True(IsName<Stance>(row[2]), string.Join('\t', row));
            Assert.Contains(row[3], Acts);
        });
    }

    [Fact]
    public void A_cue_does_one_thing_in_a_construction()
    {
        foreach (var code in Language.Codes)
        {
            var rows = LanguageResource.Rows(code, "cues");
            Assert.Empty(rows.GroupBy(row => (row[0], row[1])).Where(group => group.Count() > 1).Select(group => group.Key));
        }
    }

    [Fact]
    public void Every_list_and_word_class_is_known_and_in_use()
    {
        var lists = Language.Codes.SelectMany(code => LanguageResource.Rows(code, "lists")).Select(row => row[1]).Distinct().ToList();
        Assert.All(lists, list => Assert.True(IsName<WordList>(list), list));
        Assert.Equal([], Enum.GetNames<WordList>().Where(name => !lists.Contains(name, StringComparer.OrdinalIgnoreCase)));
        var classes = Language.Codes.SelectMany(code => LanguageResource.Rows(code, "grammar")).Select(row => row[1]).Distinct().ToList();
        Assert.All(classes, name => Assert.True(IsName<WordClass>(name), name));
        Assert.True(lists.Count > 80 && classes.Count >= 15, $"{lists.Count} lists, {classes.Count} classes");
    }

    [Fact]
    public void Every_role_place_and_speaker_is_of_a_known_kind()
    {
        foreach (var code in Language.Codes)
        {
            Assert.All(LanguageResource.Rows(code, "roles"), row =>
            {
                Assert.Contains(row[1], Kinds);
                Assert.True(IsName<RoleSide>(row[2]), string.Join('\t', row));
            });
            Assert.All(LanguageResource.Rows(code, "places"), row =>
            {
                Assert.Contains(row[1], new[] { "state", "people", "capital", "organ", "province", "regency", "city", "region" });
                Assert.Matches("^[A-Z]{2}$", row[2]);
                if (row.Length > 3) Assert.Equal("ambiguous", row[3]);
            });
            Assert.All(LanguageResource.Rows(code, "speakers"), row => Assert.Contains(row[1], new[] { "unnamed", "group", "office", "document" }));
            Assert.All(LanguageResource.Rows(code, "titles"), row => Assert.Contains(row[1], new[] { "rank", "academic", "polite", "after" }));
        }
    }

    [Fact]
    public void Every_language_has_a_lexicon()
    {
        Assert.All(Language.Codes, code => Assert.NotNull(ClaimLexicon.Of(code)));
        Assert.Null(ClaimLexicon.Of("xx"));
    }

    [Fact]
    public void Every_word_of_a_table_is_one_token()
    {
        // What the tokenizer cuts in two matches nothing.
        var words = ClaimLexicon.Of("id")!.Language.Vocabulary;
        var lost = new List<string>();
        foreach (var table in new[] { "cues", "grammar", "lists" })
        {
            foreach (var row in LanguageResource.Rows("id", table).Where(row => char.IsLetter(row[0][0]) && row[1] != "verbprefix"))
            {
                if (Tokenizer.Read(row[0], words).Length != 1) lost.Add($"{table}: {row[0]}");
            }
        }

        Assert.Equal(Lost, lost);
    }

    private static bool IsName<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out _) && !char.IsAsciiDigit(name[0]);
}
