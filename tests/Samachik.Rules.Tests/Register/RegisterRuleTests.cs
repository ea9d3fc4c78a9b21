using Samachik.Rules.People;
using Samachik.Rules.Register;

namespace Samachik.Rules.Tests.Register;

public sealed class RegisterRuleTests
{
    [Theory]
    [InlineData(RegisterUse.Raise, true, '1', RegisterVerdict.Matches, RegisterAnswer.Raises)]
    [InlineData(RegisterUse.Raise, true, '1', RegisterVerdict.Differs, RegisterAnswer.Passes)]
    [InlineData(RegisterUse.Raise, true, '1', RegisterVerdict.NotThere, RegisterAnswer.Passes)]
    [InlineData(RegisterUse.Raise, false, '6', RegisterVerdict.NotThere, RegisterAnswer.Passes)]
    [InlineData(RegisterUse.Demand, true, '1', RegisterVerdict.Matches, RegisterAnswer.Raises)]
    [InlineData(RegisterUse.Demand, true, '1', RegisterVerdict.Differs, RegisterAnswer.Refuses)]
    [InlineData(RegisterUse.Demand, true, '1', RegisterVerdict.NotThere, RegisterAnswer.Refuses)]
    [InlineData(RegisterUse.Demand, true, '6', RegisterVerdict.Matches, RegisterAnswer.Raises)]
    [InlineData(RegisterUse.Demand, true, '6', RegisterVerdict.Differs, RegisterAnswer.Passes)]
    [InlineData(RegisterUse.Demand, true, '6', RegisterVerdict.NotThere, RegisterAnswer.Passes)]
    [InlineData(RegisterUse.Demand, false, '6', RegisterVerdict.Differs, RegisterAnswer.Refuses)]
    [InlineData(RegisterUse.Demand, false, '6', RegisterVerdict.NotThere, RegisterAnswer.Refuses)]
    public void A_verdict_has_its_answer(RegisterUse use, bool passesForeign, char first, RegisterVerdict verdict, RegisterAnswer answer)
    {
        var (rule, id) = (new RegisterRule(use, passesForeign), Id(first));
        Assert.Equal(answer, rule.Answer(id, verdict));
        Assert.Equal(answer == RegisterAnswer.Refuses, rule.MayRefuse(id) && verdict != RegisterVerdict.Matches);
    }

    [Fact]
    public void The_first_digit_tells_who_may_not_be_in_the_register() =>
        Assert.Equal("0678", string.Concat("012345678".Where(digit => RegisterRule.IsForeign(Id(digit)))));

    [Fact]
    public void Only_both_together_match()
    {
        var kept = new RegisterDigests(Bytes(1), Bytes(2));
        Assert.Equal(RegisterVerdict.Matches, RegisterDigests.Compare(kept, new(Bytes(1), Bytes(2))));
        Assert.Equal(RegisterVerdict.Differs, RegisterDigests.Compare(kept, new(Bytes(1), Bytes(3))));
        Assert.Equal(RegisterVerdict.Differs, RegisterDigests.Compare(kept, new(Bytes(3), Bytes(2))));
        Assert.Equal(RegisterVerdict.Differs, RegisterDigests.Compare(kept, new(Bytes(2), Bytes(1))));
        Assert.Equal(RegisterVerdict.NotThere, RegisterDigests.Compare(null, new(Bytes(1), Bytes(2))));
        Assert.Equal(RegisterVerdict.NotThere, RegisterDigests.Compare(null, new(Bytes(0), Bytes(0))));
    }

    private static byte[] Bytes(byte value) => [.. Enumerable.Repeat(value, 32)];

    private static NationalId Id(char first)
    {
        var twelve = $"{first}10170000013";
        Assert.True(NationalId.TryParse(twelve + NationalId.CheckDigit(twelve), acceptLeadingZero: true, out var id, out _));
        return id;
    }
}
