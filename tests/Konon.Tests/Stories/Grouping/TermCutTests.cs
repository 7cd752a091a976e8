using Konon.Stories.Grouping;
using Xunit;

namespace Konon.Tests.Stories.Grouping;

public sealed class TermCutTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(224, 128)]
    [InlineData(1000, 1)]
    [InlineData(1000, 999)]
    public void The_heaviest_stay_and_of_equals_those_of_the_smaller_hash(int count, int most)
    {
        var chance = new System.Random(count);
        // Few different weights, so that many are equal.
        var terms = Enumerable.Range(0, count).Select(_ => (uint)chance.Next()).Distinct().Order().ToArray();
        var weights = terms.Select(_ => (float)chance.Next(1, 9)).ToArray();
        var expected = terms.Zip(weights).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First).Take(most)
            .OrderBy(pair => pair.First).ToList();
        var (left, leftWeights) = TermCut.Cut(terms, weights, most);
        Assert.Equal(expected, left.Zip(leftWeights));
        Assert.Equal(expected.Select(pair => pair.First), TermCut.Heaviest(terms, weights, most));
    }
}
