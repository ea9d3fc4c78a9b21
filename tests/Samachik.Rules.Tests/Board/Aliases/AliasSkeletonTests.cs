using CsCheck;
using Samachik.Rules.Board.Aliases;

namespace Samachik.Rules.Tests.Board.Aliases;

public class AliasSkeletonTests
{
    private static readonly Gen<string> Letters =
        Gen.OneOf("กขฃคฅฎฏดตใไฤฦๅเแโะาำ\u0E31\u0E34\u0E35\u0E37\u0E47\u0E48\u0E49\u0E4C\u0E4DabilorvmnAIOüé0159๐๑ .-_\u200B".ToCharArray())
            .Array[0, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("Nok Noi", "nok_noi")]
    [InlineData("nok.noi", "NOK-NOI")]
    [InlineData("n0k", "nok")]
    [InlineData("Iris", "lrls")]
    [InlineData("mali1", "malil")]
    [InlineData("bum", "burn")]
    [InlineData("Müller", "MULLER")]
    [InlineData("wawa", "vvavva")]
    [InlineData("น้องนก", "นองนก")]
    [InlineData("พงศ์", "พงศ")]
    [InlineData("นก ๑", "นก1")]
    [InlineData("ฃวัญ", "ขวัญ")]
    [InlineData("ฅน", "คน")]
    [InlineData("กฎ", "กฏ")]
    [InlineData("ใจดี", "ไจดี")]
    [InlineData("เเม่", "แม่")]
    [InlineData("น\u0E4D\u0E32", "น\u0E33")]
    [InlineData("นๅคา", "นาคา")]
    [InlineData("ฤๅษี", "ฤาษี")]
    public void What_looks_alike_is_one(string one, string other) =>
        Assert.Equal(BoardAliasTests.Parsed(one).Skeleton, BoardAliasTests.Parsed(other).Skeleton);

    [Theory]
    [InlineData("สมชาย", "สมชัย")]
    [InlineData("นก1", "นก2")]
    [InlineData("ดาว", "ตาว")]
    [InlineData("มิน", "มีน")]
    [InlineData("nok", "nik")]
    [InlineData("บอล", "ปอล")]
    public void What_does_not_is_two(string one, string other) =>
        Assert.NotEqual(BoardAliasTests.Parsed(one).Skeleton, BoardAliasTests.Parsed(other).Skeleton);

    [Fact]
    public void An_alias_always_has_a_skeleton_without_spaces_or_signs() => Letters.Sample(
        typed => !BoardAlias.TryParse(typed, out var alias, out _)
            || (alias.Skeleton.Length > 0 && !alias.Skeleton.Any(c => c is ' ' or '.' or '-' or '_' || char.IsUpper(c))),
        iter: 5_000);

    [Fact]
    public void A_title_in_capitals_or_with_spaces_or_signs_changes_nothing() => Letters.Sample(
        typed => !BoardAlias.TryParse(typed, out var alias, out _)
            || (AliasSkeleton.Of(alias.Text.ToUpperInvariant()) == alias.Skeleton
                && AliasSkeleton.Of(alias.Text.Replace(' ', '_')) == alias.Skeleton),
        iter: 5_000);
}
