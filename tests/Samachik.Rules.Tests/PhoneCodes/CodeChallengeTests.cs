using System.Text;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.PhoneCodes;

public sealed class CodeChallengeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    [Fact]
    public void The_right_code_is_right()
    {
        var sent = Sent("111111", Now);
        var (verdict, matched) = Check([sent], "111111", Now);
        Assert.Equal((CodeVerdict.Right, sent), (verdict, matched));
    }

    [Fact]
    public void Another_code_is_wrong() => Assert.Equal(CodeVerdict.Wrong, Check([Sent("111111", Now)], "222222", Now).Verdict);

    [Fact]
    public void Without_any_code_sent_every_code_is_wrong() => Assert.Equal(CodeVerdict.Wrong, Check([], "111111", Now).Verdict);

    [Theory]
    [InlineData(299, CodeVerdict.Right)]
    [InlineData(300, CodeVerdict.Expired)]
    [InlineData(3000, CodeVerdict.Expired)]
    public void A_code_is_good_until_its_five_minutes_are_over(int seconds, CodeVerdict expected) =>
        Assert.Equal(expected, Check([Sent("111111", Now)], "111111", Now.AddSeconds(seconds)).Verdict);

    [Fact]
    public void An_older_code_is_good_beside_a_newer_one()
    {
        var (older, newer) = (Sent("111111", Now), Sent("222222", Now.AddSeconds(60)));
        Assert.Equal(older, Check([older, newer], "111111", Now.AddSeconds(200)).Matched);
        Assert.Equal(newer, Check([older, newer], "222222", Now.AddSeconds(200)).Matched);
        Assert.Equal(CodeVerdict.Expired, Check([older, newer], "111111", Now.AddSeconds(300)).Verdict);
        Assert.Equal(newer, Check([older, newer], "222222", Now.AddSeconds(359)).Matched);
    }

    [Fact]
    public void A_spent_code_is_wrong() =>
        Assert.Equal(CodeVerdict.Wrong, Check([Sent("111111", Now) with { IsSpent = true }], "111111", Now).Verdict);

    [Theory]
    [InlineData(CodePurpose.SignIn)]
    [InlineData(CodePurpose.Recovery)]
    [InlineData(CodePurpose.PhoneChange)]
    public void A_code_of_another_purpose_is_useless(CodePurpose purpose)
    {
        // Even were its hash the same.
        var sent = Sent("111111", Now) with { Purpose = purpose };
        Assert.Equal(CodeVerdict.Wrong, Check([sent], "111111", Now).Verdict);
    }

    [Fact]
    public void The_same_code_drawn_twice_is_good_by_the_newer_one()
    {
        var (older, newer) = (Sent("111111", Now), Sent("111111", Now.AddMinutes(4)));
        Assert.Equal(newer, Check([older, newer], "111111", Now.AddMinutes(6)).Matched);
    }

    private static CodeChallenge Sent(string code, DateTimeOffset at)
    {
        var id = Guid.NewGuid();
        return new(id, CodePurpose.SignUp, Hash(id, code), "BCDF", at, at + Life, IsSpent: false);
    }

    private static (CodeVerdict Verdict, CodeChallenge? Matched) Check(CodeChallenge[] sent, string typed, DateTimeOffset now) =>
        CodeChallenge.Check(sent, CodePurpose.SignUp, challenge => Hash(challenge.Id, typed), now);

    private static byte[] Hash(Guid id, string code) => Encoding.ASCII.GetBytes($"{id}{code}");
}
