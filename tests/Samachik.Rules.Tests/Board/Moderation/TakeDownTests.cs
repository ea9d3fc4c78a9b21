using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using Samachik.Rules.People;
using Samachik.Rules.Recovery;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

/// <summary>Requests for removal from outside.</summary>
public sealed class TakeDownTests
{
    private static readonly TakeDownTyped Fine = new(
        "บริษัท ตัวอย่างทดสอบ (ประเทศไทย) จำกัด", "legal@example.com", null, TakeDownGround.Defamation, "ข้อความนี้กล่าวหาบริษัทโดยไม่มีที่มา");

    private static TakeDownDetails Details => TakeDownDetails.TryParse(Fine, out var details, out _) ? details : throw new InvalidOperationException();

    private static TakeDownRequest Request => new(CaseNumber.Draw(_ => 0), Post, Copy, Details, Now, null);

    [Fact]
    public void A_request_is_read_and_prints_nothing_of_who_asks()
    {
        Assert.Equal(Fine.Asker, Details.Asker);
        Assert.Equal(("legal@example.com", null, TakeDownGround.Defamation, Fine.Why), (Details.Email?.Text, Details.Phone, Details.Ground, Details.Why.Text));
        Assert.Equal(("TakeDownDetails", "TakeDownTyped"), ($"{Details}", $"{Fine}"));
        Assert.Equal($"TakeDownRequest {Request.Number}", $"{Request}");
    }

    [Fact]
    public void A_phone_will_do_as_well()
    {
        Assert.True(TakeDownDetails.TryParse(Fine with { Email = " ", Phone = "0812345678" }, out var details, out var flaws));
        Assert.Equal((null, null, "+66812345678"), (flaws, details.Email, details.Phone?.E164));
    }

    [Fact]
    public void All_flaws_are_told_at_once()
    {
        Assert.False(TakeDownDetails.TryParse(new("ก", "x", "02", null, "สั้น"), out var details, out var flaws));
        Assert.Null(details);
        Assert.Equal(new(BoardTextFlaw.TooShort, EmailAddressFlaw.NotAnAddress, flaws.Phone, false, true, BoardTextFlaw.TooShort), flaws);
        Assert.NotNull(flaws.Phone);
        Assert.False(TakeDownDetails.TryParse(new(null, null, "", null, null), out _, out flaws));
        Assert.Equal(new(BoardTextFlaw.Missing, null, null, true, true, BoardTextFlaw.Missing), flaws);
    }

    [Theory]
    [InlineData(null, "legal@example.com", null, TakeDownGround.Order, "ข้อความนี้ผิดกฎหมาย")]
    [InlineData("ศาลตัวอย่าง", null, null, TakeDownGround.Order, "ข้อความนี้ผิดกฎหมาย")]
    [InlineData("ศาลตัวอย่าง", "legal@", "0812345678", TakeDownGround.Order, "ข้อความนี้ผิดกฎหมาย")]
    [InlineData("ศาลตัวอย่าง", "legal@example.com", "081", TakeDownGround.Order, "ข้อความนี้ผิดกฎหมาย")]
    [InlineData("ศาลตัวอย่าง", "legal@example.com", null, null, "ข้อความนี้ผิดกฎหมาย")]
    [InlineData("ศาลตัวอย่าง", "legal@example.com", null, TakeDownGround.Order, null)]
    public void Any_one_flaw_is_enough(string? asker, string? email, string? phone, TakeDownGround? ground, string? why) =>
        Assert.False(TakeDownDetails.TryParse(new(asker, email, phone, ground, why), out _, out _));

    [Theory]
    [InlineData(TakeDownGround.PersonalData, ConductRule.OthersData)]
    [InlineData(TakeDownGround.Defamation, ConductRule.Accusation)]
    [InlineData(TakeDownGround.ComputerCrime, ConductRule.Illegality)]
    [InlineData(TakeDownGround.Order, ConductRule.Illegality)]
    [InlineData(TakeDownGround.Copyright, ConductRule.Illegality)]
    [InlineData(TakeDownGround.OtherLaw, ConductRule.Illegality)]
    public void Each_ground_comes_under_a_rule(TakeDownGround ground, ConductRule rule) => Assert.Equal(rule, TakeDownGrounds.RuleOf(ground));

    [Fact]
    public void The_clock_is_of_24_hours_to_the_tick_in_the_urgent_lane()
    {
        var due = Now.AddHours(24);
        Assert.Equal((due, ModerationLane.Urgent, ConductRule.Accusation, QueueReason.TakeDown), (Request.DueAt(Limits), Request.Cause.Lane, Request.Cause.Rule, Request.Cause.Reason));
        Assert.Equal(TakeDownState.Open, Request.State(Limits, due - Tick));
        Assert.Equal(TakeDownState.Overdue, Request.State(Limits, due));
        Assert.All(Enum.GetValues<TakeDownOutcome>(), outcome => Assert.Equal(TakeDownState.Answered, (Request with { Outcome = outcome }).State(Limits, due)));
    }

    [Fact]
    public void The_evidence_stays_as_it_was() => Assert.Equal((Copy, Copy.Digest), (Request.Evidence, (Request with { Outcome = TakeDownOutcome.Hidden }).Evidence.Digest));
}
