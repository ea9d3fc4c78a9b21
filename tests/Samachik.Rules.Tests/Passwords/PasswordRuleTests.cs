using System.Text;
using CsCheck;
using Samachik.Rules.Passwords;

namespace Samachik.Rules.Tests.Passwords;

public class PasswordRuleTests
{
    private const PasswordRuleKind Office = PasswordRuleKind.Office;
    private const PasswordRuleKind Standard = PasswordRuleKind.Standard;

    private static readonly PasswordOwner nobody = new(null, null, null);

    [Theory]
    [InlineData(null, PasswordFlaw.Missing)]
    [InlineData("", PasswordFlaw.Missing)]
    [InlineData("        ", PasswordFlaw.Missing)]
    [InlineData("k7Wq2", PasswordFlaw.TooShort)]
    [InlineData("k7Wq2x", null)]
    [InlineData("zqkwvjxp", null)]
    [InlineData("73950264", null)]
    [InlineData("ฟหกด", PasswordFlaw.ThaiLetters)]
    [InlineData("k7Wq2xด", PasswordFlaw.ThaiLetters)]
    [InlineData("k7Wq2x๑", PasswordFlaw.ThaiLetters)]
    [InlineData("k7 Wq2x", PasswordFlaw.OtherCharacters)]
    [InlineData("k7-Wq2x", PasswordFlaw.OtherCharacters)]
    [InlineData("k7Wq2é", PasswordFlaw.OtherCharacters)]
    [InlineData("k7Wq２x", PasswordFlaw.OtherCharacters)]
    [InlineData("k7Wq2x\u200B", PasswordFlaw.OtherCharacters)]
    [InlineData("k7Wq2x\n", PasswordFlaw.OtherCharacters)]
    [InlineData("123456", PasswordFlaw.Common)]
    [InlineData("PRAKAN123", PasswordFlaw.Common)]
    public void Office_takes_letters_and_digits(string? typed, PasswordFlaw? flaw) =>
        Assert.Equal(flaw, PasswordRule.Check(typed, Office, nobody));

    [Theory]
    [InlineData(null, PasswordFlaw.Missing)]
    [InlineData("        ", PasswordFlaw.Missing)]
    [InlineData("k7Wq2xV", PasswordFlaw.TooShort)]
    [InlineData("k7Wq2xVb", null)]
    [InlineData(" k7Wq2x ", null)]
    [InlineData("ตุ๊กแก๗ต", null)]
    [InlineData("ตุ๊กแก๗", PasswordFlaw.TooShort)]
    [InlineData("😀😁😂🤣😃😄😅", PasswordFlaw.TooShort)]
    [InlineData("😀😁😂🤣😃😄😅😆", null)]
    [InlineData("k7Wq2x\u0065\u0301", PasswordFlaw.TooShort)]
    [InlineData("k7Wq2xV\u0065\u0301", null)]
    [InlineData("k7Wq2xV\u0007", PasswordFlaw.OtherCharacters)]
    [InlineData("k7Wq2xV\0", PasswordFlaw.OtherCharacters)]
    [InlineData("k7Wq2xV\u0085", PasswordFlaw.OtherCharacters)]
    [InlineData("k7Wq2xV\uFFFE", PasswordFlaw.OtherCharacters)]
    [InlineData("Password1", PasswordFlaw.Common)]
    [InlineData("ประกันสังคม", PasswordFlaw.Common)]
    public void Standard_takes_any_character(string? typed, PasswordFlaw? flaw) =>
        Assert.Equal(flaw, PasswordRule.Check(typed, Standard, nobody));

    [Theory]
    [InlineData(Office, 64)]
    [InlineData(Standard, 128)]
    public void The_longest_is_taken_and_no_longer(PasswordRuleKind kind, int longest)
    {
        var password = string.Concat(Enumerable.Repeat("k7Wq2xVb", longest / 8));
        Assert.Null(PasswordRule.Check(password, kind, nobody));
        Assert.Equal(PasswordFlaw.TooLong, PasswordRule.Check(password + "k", kind, nobody));
        Assert.Equal(PasswordFlaw.TooLong, PasswordRule.Check(new string('k', 20_000_000), kind, nobody));
    }

    // U+1F82 is four code points when taken apart, and the emoji two UTF-16 units: neither limit cuts them short.
    [Theory]
    [InlineData("\u1F82")]
    [InlineData("😀")]
    public void The_limit_counts_code_points_after_composition(string letter)
    {
        var longest = string.Concat(Enumerable.Repeat(letter, PasswordRule.StandardMaximum));
        Assert.Null(PasswordRule.Check(longest.Normalize(NormalizationForm.FormD), Standard, nobody));
        Assert.Equal(PasswordFlaw.TooLong, PasswordRule.Check((longest + letter).Normalize(NormalizationForm.FormD), Standard, nobody));
    }

    [Theory]
    [InlineData("u\u0308", "ü")]
    [InlineData("\u0E01\u0E48\u0E38", "\u0E01\u0E38\u0E48")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u0E4D\u0E32", "\u0E4D\u0E32")]
    [InlineData("\uFB01", "\uFB01")]
    [InlineData(" a ", " a ")]
    public void Hashes_normal_form_C_and_no_other_change(string typed, string normal) => Assert.Equal(normal, PasswordRule.Normalise(typed));

    // Attribute arguments cannot carry lone surrogates.
    [Fact]
    public void A_lone_surrogate_is_refused_and_throws_nothing()
    {
        foreach (var broken in new[] { "k7Wq2xVb\uD83D", "\uDE00k7Wq2xVb", "k7Wq\uDE00\uD83D2xVb" })
        {
            Assert.Equal(PasswordFlaw.OtherCharacters, PasswordRule.Check(broken, Standard, nobody));
            Assert.Equal(PasswordFlaw.OtherCharacters, PasswordRule.Check(broken, Office, nobody));
            Assert.Equal(broken, PasswordRule.Normalise(broken));
        }
    }

    [Fact]
    public void Never_throws() => Gen.Int[0, 0xFFFF].Array[0, 200].Select(units => string.Concat(units.Select(unit => (char)unit))).Sample(
        typed =>
        {
            PasswordRule.Check(typed, Office, OwnNumbersTests.Somebody);
            PasswordRule.Check(typed, Standard, OwnNumbersTests.Somebody);
            PasswordRule.Normalise(typed);
        },
        iter: 20_000);

    [Fact]
    public void What_Standard_takes_is_taken_in_every_normal_form() => Gen.Int[0x20, 0x33FF].Array[4, 20]
        .Select(units => string.Concat(units.Select(unit => (char)unit))).Sample(
            typed => PasswordRule.Check(typed, Standard, nobody) == PasswordRule.Check(typed.Normalize(NormalizationForm.FormD), Standard, nobody)
                && PasswordRule.Normalise(typed) == PasswordRule.Normalise(typed.Normalize(NormalizationForm.FormD)),
            iter: 20_000);
}
