using Samachik.Rules.Board;

namespace Samachik.Rules.Tests.Board;

public sealed class ConductRuleTests
{
    [Fact]
    public void There_are_ten_numbered_as_members_accepted_them()
    {
        Assert.Equal(Enumerable.Range(1, ConductRules.Count), Enum.GetValues<ConductRule>().Select(rule => (int)rule));
        Assert.All(Enum.GetValues<ConductRule>(), rule => Assert.Equal(rule, ConductRules.Of((int)rule)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Other_numbers_are_no_rule(int number) => Assert.Null(ConductRules.Of(number));

    [Theory]
    [InlineData("1", ConductRule.Monarchy)]
    [InlineData("9", ConductRule.OthersData)]
    [InlineData("10", ConductRule.Illegality)]
    [InlineData(" ๑๐ ", ConductRule.Illegality)]
    [InlineData("๗", ConductRule.FalseName)]
    public void A_number_is_read_as_typed(string typed, ConductRule rule)
    {
        Assert.True(ConductRules.TryParse(typed, out var read));
        Assert.Equal(rule, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("11")]
    [InlineData("99")]
    [InlineData("100")]
    [InlineData("-1")]
    [InlineData("1.")]
    [InlineData("Monarchy")]
    [InlineData("１")]
    public void All_else_is_no_rule(string? typed) => Assert.False(ConductRules.TryParse(typed, out _));
}
