using Samachik.Rules.Agreements;

namespace Samachik.Rules.Tests.Agreements;

/// <summary>Two people for a version, and time enough for every node to know of it.</summary>
public sealed class AgreementFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Tomorrow = new(2026, 12, 2);
    private static readonly Guid Drafter = new("00000000-0000-0000-0000-000000000001"), Second = new("00000000-0000-0000-0000-000000000002");

    private static readonly AgreementFacts Draft = new(Drafter, null, null, null, Tomorrow, "d"), Proposed = Draft with { ProposedAt = Now };

    [Theory]
    [InlineData("2026-12-01T22:59:59+07:00", 2)]
    [InlineData("2026-12-01T23:00:00+07:00", 3)]
    [InlineData("2026-12-01T23:59:59+07:00", 3)]
    [InlineData("2026-12-02T00:00:00+07:00", 3)]
    public void The_earliest_day_is_tomorrow_in_Thailand_with_an_hour_at_least(string now, int day) => Assert.Equal(
        new DateOnly(2026, 12, day), AgreementFacts.EarliestDay(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Who_drafted_it_never_publishes_it()
    {
        Assert.Equal(AgreementVerdict.OwnDraft, Proposed.Approve(Drafter, "d", Now));
        Assert.Equal(AgreementVerdict.Done, Proposed.Approve(Second, "d", Now));
    }

    [Fact]
    public void Only_what_was_seen_and_proposed_is_published_in_time()
    {
        Assert.Equal(AgreementVerdict.ChangedMeanwhile, Proposed.Approve(Second, "e", Now));
        Assert.Equal(AgreementVerdict.ChangedMeanwhile, Proposed.Approve(Second, null, Now));
        Assert.Equal(AgreementVerdict.NotProposed, Draft.Approve(Second, "d", Now));
        Assert.Equal(AgreementVerdict.TooSoon, Proposed.Approve(Second, "d", Now.AddHours(13)));
        Assert.Equal(AgreementVerdict.TooSoon, (Proposed with { Effective = Tomorrow.AddDays(-1) }).Approve(Second, "d", Now));
    }

    [Fact]
    public void Only_who_drafts_it_changes_or_proposes_it()
    {
        Assert.Equal(AgreementVerdict.Done, Draft.Edit(Drafter, "d"));
        Assert.Equal(AgreementVerdict.Done, Proposed.Edit(Drafter, "d"));
        Assert.Equal(AgreementVerdict.NotYours, Draft.Edit(Second, "d"));
        Assert.Equal(AgreementVerdict.NotYours, Draft.Propose(Second, "d", Now));
        Assert.Equal(AgreementVerdict.ChangedMeanwhile, Draft.Edit(Drafter, "e"));
        Assert.Equal(AgreementVerdict.Done, Draft.Propose(Drafter, "d", Now));
        Assert.Equal(AgreementVerdict.TooSoon, Draft.Propose(Drafter, "d", Now.AddDays(1)));
    }

    [Fact]
    public void A_proposal_is_declined_by_the_second_and_given_up_by_the_first()
    {
        Assert.Equal(AgreementVerdict.Done, Draft.Drop(Drafter));
        Assert.Equal(AgreementVerdict.Done, Proposed.Drop(Second));
        Assert.Equal(AgreementVerdict.NotProposed, Draft.Drop(Second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_published_or_dropped_never_changes(bool isPublished)
    {
        var settled = isPublished ? Proposed with { ApprovedAt = Now } : Proposed with { DroppedAt = Now };
        Assert.Equal(isPublished ? AgreementState.Published : AgreementState.Dropped, settled.State);
        foreach (var officer in (Guid[])[Drafter, Second])
            Assert.Equal(
                Enumerable.Repeat(AgreementVerdict.Settled, 4),
                [settled.Edit(officer, "d"), settled.Propose(officer, "d", Now), settled.Approve(officer, "d", Now), settled.Drop(officer)]);
    }
}
