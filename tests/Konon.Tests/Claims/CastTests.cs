using Konon.Claims;
using Xunit;

namespace Konon.Tests.Claims;

public sealed class CastTests
{
    private readonly Cast _cast = new();

    [Fact]
    public void A_part_of_the_name_finds_the_whole()
    {
        Meet("Danu Putra Lesmana");
        Assert.All(
            ["danu", "lesmana", "danu lesmana", "putra lesmana", "danu putra lesmana"],
            part => Assert.Equal("Danu Putra Lesmana", _cast.Find(part.Split(' '))?.Name));
    }

    [Fact]
    public void Words_that_are_no_part_of_a_name_find_nobody()
    {
        Meet("Danu Lesmana");
        Assert.All(["ratna", "danuarta", "ratna kusuma", "lesmana danu"], other => Assert.Null(_cast.Find(other.Split(' '))));
    }

    [Fact]
    public void A_fuller_form_completes_the_one_who_is_known()
    {
        var known = Meet("Lesmana");
        Assert.Same(known, Meet("Danu Lesmana"));
        Assert.Equal("Danu Lesmana", known.Name);
        Assert.Same(known, _cast.Find(["danu"]));
        Assert.Single(_cast.Members);
    }

    [Fact]
    public void A_short_form_leaves_the_full_name_as_it_is()
    {
        var known = Meet("Danu Lesmana");
        Assert.Same(known, Meet("Danu"));
        Assert.Equal("Danu Lesmana", known.Name);
    }

    [Fact]
    public void Two_with_a_name_in_common_are_two()
    {
        var first = Meet("Danu Lesmana");
        var second = Meet("Wati Lesmana");
        Assert.NotSame(first, second);
        Assert.Same(second, _cast.Find(["wati"]));
        Assert.Same(first, _cast.Find(["danu", "lesmana"]));
    }

    [Fact]
    public void The_whole_name_wins_over_a_longer_one_that_holds_it()
    {
        Meet("Danu");
        var other = Meet("Lesmana");
        Assert.Equal("Danu Lesmana", Meet("Danu Lesmana").Name);
        Assert.Same(other, _cast.Find(["lesmana"]));
    }

    [Fact]
    public void Knows_only_names_that_hold_all_the_words()
    {
        Meet("Danu Lesmana");
        Meet("Ratna Kusuma");
        Assert.True(_cast.Knows(["danu"]));
        Assert.True(_cast.Knows(["ratna", "kusuma"]));
        Assert.False(_cast.Knows(["danu", "kusuma"]));
        Assert.False(_cast.Knows(["danu", "lesmana", "putra"]));
    }

    [Fact]
    public void Members_stand_in_the_order_in_which_they_were_named()
    {
        Meet("Wati Lesmana");
        Meet("Danu");
        Meet("Wati");
        Assert.Equal(["Wati Lesmana", "Danu"], _cast.Members.Select(member => member.Name));
    }

    private CastMember Meet(string name) => _cast.Add(name, name.ToLowerInvariant().Split(' '), SpeakerType.Person, 0);
}
