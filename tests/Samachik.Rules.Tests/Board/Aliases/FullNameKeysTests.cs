using Samachik.Rules.Board.Aliases;
using Samachik.Rules.People;
using Samachik.Rules.Tests.People;

namespace Samachik.Rules.Tests.Board.Aliases;

public class FullNameKeysTests
{
    [Theory]
    [InlineData("สมชาย ใจดี")]
    [InlineData("สมชายใจดี")]
    [InlineData("ใจดี สมชาย")]
    [InlineData("ใจดีสมชาย")]
    [InlineData("สมชาย-ใจดี")]
    [InlineData("สมชาย_ใจดี")]
    [InlineData("สมชาย.ใจดี")]
    [InlineData("นายสมชาย ใจดี")]
    [InlineData("นาย สมชาย ใจดี")]
    [InlineData("นายสมชายใจดี")]
    [InlineData("นายใจดีสมชาย")]
    [InlineData("ด.ช.สมชาย ใจดี")]
    [InlineData("ด.ช. สมชาย ใจดี")]
    [InlineData("คุณสมชาย ใจดี")]
    [InlineData("สมชาย ใจดี 2510")]
    [InlineData("สมชายใจดี๙๙")]
    [InlineData("สมชาย\u200Bใจดี")]
    public void A_Thai_full_name_is_looked_up_in_every_spelling(string typed) =>
        Assert.Contains(PersonName.MatchKeyOf("สมชาย ใจดี"), FullNameKeys.Of(BoardAliasTests.Parsed(typed)));

    [Theory]
    [InlineData("Somchai Jaidee")]
    [InlineData("SOMCHAI JAIDEE")]
    [InlineData("somchaijaidee")]
    [InlineData("jaidee.somchai")]
    [InlineData("JaideeSomchai")]
    [InlineData("Mr. Somchai Jaidee")]
    [InlineData("MrSomchai Jaidee")]
    [InlineData("Ms Somchai Jaidee")]
    [InlineData("s0mcha1 jaidee")]
    [InlineData("Sömchai Jaidee")]
    [InlineData("somchai_jaidee_99")]
    public void A_Latin_one_too(string typed) =>
        Assert.Contains(PersonName.MatchKeyOf("Somchai Jaidee"), FullNameKeys.Of(BoardAliasTests.Parsed(typed)));

    [Theory]
    [InlineData("สมชาย")]
    [InlineData("สมชาย รักดี")]
    [InlineData("สมหญิง ใจดี")]
    [InlineData("ใจดี")]
    public void Another_name_is_not(string typed) =>
        Assert.DoesNotContain(PersonName.MatchKeyOf("สมชาย ใจดี"), FullNameKeys.Of(BoardAliasTests.Parsed(typed)));

    [Fact]
    public void A_tone_left_out_hides_no_name_from_skeletons()
    {
        var alias = BoardAliasTests.Parsed("แกว กลาหาญ");
        Assert.DoesNotContain(PersonName.MatchKeyOf("แก้ว กล้าหาญ"), FullNameKeys.Of(alias));
        Assert.Contains(AliasSkeleton.Of("แก้ว กล้าหาญ"), FullNameKeys.SkeletonsOf(alias));
    }

    [Fact]
    public void Ones_own_name_is_known()
    {
        var (first, last) = (PersonNameTests.Parsed("สมชาย"), PersonNameTests.Parsed("ใจดี"));
        Assert.True(FullNameKeys.IsNameOf(BoardAliasTests.Parsed("นายสมชาย ใจดี"), first, last));
        Assert.False(FullNameKeys.IsNameOf(BoardAliasTests.Parsed("สมชาย"), first, last));
        Assert.True(FullNameKeys.IsNameOf(BoardAliasTests.Parsed("สมชาย"), first, null));
    }

    [Fact]
    public void The_keys_are_few() =>
        Assert.InRange(FullNameKeys.Of(BoardAliasTests.Parsed("นางสาว1กขคงจฉชซฌญดตถทธนบปผฝพฟ")).Count, 1, 100);

    [Fact]
    public void Digits_alone_beside_a_letter_are_no_reason_to_fail() => Assert.NotEmpty(FullNameKeys.Of(BoardAliasTests.Parsed("ก1 2 3")));
}
