using CsCheck;
using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

/// <summary>What holds now of all that was decided.</summary>
public sealed class DecisionLogTests
{
    private static readonly Gen<List<DecisionEntry>> Any =
        from acts in Gen.Enum<DecisionAct>().Array[0, 12]
        from machine in Gen.Int[0, 4].Array[acts.Length]
        from minutes in Gen.Int[0, 3_000].Array[acts.Length]
        from hours in Gen.OneOf(24, 72, 168, 720).Array[acts.Length]
        from target in Gen.Int[0, 12].Array[acts.Length]
        from overturned in Gen.Int[0, 5].Array[acts.Length]
        select acts.Select((act, i) => new DecisionEntry(
            Id(i + 100), act, machine[i] == 0, Member, Post, (ConductRule)(1 + (target[i] % 10)), Now.AddMinutes(-minutes[i]),
            act is DecisionAct.Slow or DecisionAct.Suspend ? Now.AddMinutes(-minutes[i]).AddHours(hours[i]) : null,
            act == DecisionAct.Restore ? Id(target[i] + 100) : null, overturned[i] == 0)).ToList();

    private static DecisionEntry Entry(
        int id, DecisionAct act, int minutes, bool machine = false, ConductRule rule = ConductRule.Coarseness, int? hours = null, int? undoes = null) => new(
        Id(id), act, machine, Member, Post, rule, Now.AddMinutes(minutes), hours is { } term ? Now.AddMinutes(minutes).AddHours(term) : null,
        undoes is { } undone ? Id(undone) : null, false);

    [Fact]
    public void Nothing_decided_hides_nothing_and_leaves_everybody_free()
    {
        var log = new DecisionLog([]);
        Assert.Null(log.HidingOf(Post));
        Assert.Equal(new(PostingState.Free, null), log.StandingOf(Member, Now));
    }

    [Theory]
    [InlineData(DecisionAct.Suspend, PostingState.Suspended)]
    [InlineData(DecisionAct.Slow, PostingState.Slowed)]
    public void A_term_holds_from_its_beginning_to_its_end(DecisionAct act, PostingState state)
    {
        var (log, end) = (new DecisionLog([Entry(1, act, 0, hours: 24)]), Now.AddHours(24));
        Assert.Equal(PostingState.Free, log.StandingOf(Member, Now - Tick).State);
        Assert.Equal(new(state, end), log.StandingOf(Member, Now));
        Assert.Equal(new(state, end), log.StandingOf(Member, end - Tick));
        Assert.Equal(new(PostingState.Free, null), log.StandingOf(Member, end));
        Assert.Equal(PostingState.Free, log.StandingOf(OtherMember, Now).State);
    }

    [Fact]
    public void The_graver_counts_and_of_equals_the_longer()
    {
        var log = new DecisionLog([Entry(1, DecisionAct.Slow, 0, hours: 720), Entry(2, DecisionAct.Suspend, 0, hours: 72), Entry(3, DecisionAct.Suspend, 60, hours: 24)]);
        Assert.Equal(new(PostingState.Suspended, Now.AddHours(72)), log.StandingOf(Member, Now.AddHours(2)));
        Assert.Equal(new(PostingState.Slowed, Now.AddHours(720)), log.StandingOf(Member, Now.AddHours(72)));
        Assert.Equal(PostingState.Free, log.StandingOf(Member, Now.AddHours(720)).State);
    }

    [Fact]
    public void For_good_has_no_end_but_a_restoring_or_an_appeal()
    {
        var ban = Entry(1, DecisionAct.SuspendForGood, 0);
        Assert.Equal(new(PostingState.SuspendedForGood, null), new DecisionLog([ban, Entry(2, DecisionAct.Suspend, 0, hours: 24)]).StandingOf(Member, Now.AddYears(90)));
        Assert.Equal(PostingState.Free, new DecisionLog([ban, Entry(2, DecisionAct.Restore, 1, undoes: 1)]).StandingOf(Member, Now.AddYears(90)).State);
        Assert.Equal(PostingState.Free, new DecisionLog([ban with { IsOverturned = true }]).StandingOf(Member, Now).State);
    }

    [Fact]
    public void A_restoring_undoes_the_one_it_names_and_no_other()
    {
        var log = new DecisionLog([Entry(1, DecisionAct.Suspend, 0, hours: 720), Entry(2, DecisionAct.Suspend, 0, hours: 24), Entry(3, DecisionAct.Restore, 1, undoes: 1)]);
        Assert.Equal(new(PostingState.Suspended, Now.AddHours(24)), log.StandingOf(Member, Now.AddMinutes(2)));
    }

    [Fact]
    public void A_warning_holds_nobody_back() => Assert.Equal(PostingState.Free, new DecisionLog([Entry(1, DecisionAct.Warn, 0)]).StandingOf(Member, Now).State);

    [Fact]
    public void A_machines_record_never_counts_against_a_person() => Assert.All(Enum.GetValues<DecisionAct>(), act =>
        Assert.Equal(PostingState.Free, new DecisionLog([Entry(1, act, 0, machine: true, hours: 24)]).StandingOf(Member, Now).State));

    [Fact]
    public void A_machine_restores_nothing() =>
        Assert.NotNull(new DecisionLog([Entry(1, DecisionAct.Hide, 0), Entry(2, DecisionAct.Restore, 1, machine: true, undoes: 1)]).HidingOf(Post));

    [Theory]
    [InlineData(DecisionAct.Approve, true)]
    [InlineData(DecisionAct.Dismiss, true)]
    [InlineData(DecisionAct.Hide, true)]
    [InlineData(DecisionAct.Restore, true)]
    [InlineData(DecisionAct.Warn, false)]
    [InlineData(DecisionAct.Slow, false)]
    [InlineData(DecisionAct.Suspend, false)]
    [InlineData(DecisionAct.SuspendForGood, false)]
    public void What_a_machine_hid_stays_so_until_a_moderator_decides_about_the_post(DecisionAct act, bool ends)
    {
        var hide = Entry(1, DecisionAct.Hide, 0, machine: true, rule: ConductRule.OthersData);
        Assert.Equal(new(ConductRule.OthersData, true), new DecisionLog([hide]).HidingOf(Post));
        var hiding = new DecisionLog([hide, Entry(2, act, 1, undoes: act == DecisionAct.Restore ? 1 : null)]).HidingOf(Post);
        Assert.Equal(ends, hiding is null or { ByMachine: false });
        Assert.Equal(act == DecisionAct.Hide ? new(ConductRule.Coarseness, false) : ends ? null : new(ConductRule.OthersData, true), hiding);
    }

    [Fact]
    public void To_lift_a_suspension_brings_no_post_back() => Assert.Equal(
        new(ConductRule.Monarchy, true),
        new DecisionLog([Entry(1, DecisionAct.Suspend, 0, hours: 24), Entry(2, DecisionAct.Hide, 1, true, ConductRule.Monarchy), Entry(3, DecisionAct.Restore, 2, undoes: 1)]).HidingOf(Post));

    [Fact]
    public void An_appeal_that_overturns_a_hiding_brings_the_post_back_whoever_hid_it_first() => Assert.Null(
        new DecisionLog([Entry(1, DecisionAct.Hide, 0, true, ConductRule.Illegality), Entry(2, DecisionAct.Hide, 1) with { IsOverturned = true }]).HidingOf(Post));

    [Fact]
    public void To_approve_is_not_to_restore_what_a_moderator_hid()
    {
        Assert.Equal(new(ConductRule.Coarseness, false), new DecisionLog([Entry(1, DecisionAct.Hide, 0), Entry(2, DecisionAct.Approve, 1), Entry(3, DecisionAct.Dismiss, 2)]).HidingOf(Post));
        Assert.Null(new DecisionLog([Entry(1, DecisionAct.Hide, 0), Entry(2, DecisionAct.Restore, 1, undoes: 1)]).HidingOf(Post));
        Assert.Null(new DecisionLog([Entry(1, DecisionAct.Hide, 0)]).HidingOf(OtherPost));
    }

    [Fact]
    public void Of_several_hidings_the_last_rule_is_named_and_none_of_a_later_machine()
    {
        var log = new DecisionLog(
        [
            Entry(3, DecisionAct.Hide, 5, true, ConductRule.Illegality), Entry(2, DecisionAct.Hide, 2, rule: ConductRule.Religion), Entry(1, DecisionAct.Hide, 0, rule: ConductRule.Division),
        ]);
        Assert.Equal(new(ConductRule.Religion, false), log.HidingOf(Post));
    }

    [Fact]
    public void A_text_that_was_let_stand_is_so_until_it_changes_or_is_hidden()
    {
        var approve = Entry(1, DecisionAct.Approve, 0);
        Assert.True(new DecisionLog([approve]).WasLetStand(Post, Now));
        Assert.False(new DecisionLog([approve]).WasLetStand(Post, Now + Tick));
        Assert.False(new DecisionLog([approve]).WasLetStand(OtherPost, Now));
        Assert.True(new DecisionLog([approve with { Act = DecisionAct.Dismiss }]).WasLetStand(Post, Now));
        Assert.False(new DecisionLog([approve with { ByMachine = true }]).WasLetStand(Post, Now));
        var hide = Entry(2, DecisionAct.Hide, 1);
        Assert.False(new DecisionLog([approve, hide]).WasLetStand(Post, Now));
        Assert.True(new DecisionLog([approve, hide with { IsOverturned = true }]).WasLetStand(Post, Now));
        Assert.True(new DecisionLog([hide, Entry(3, DecisionAct.Restore, 2, undoes: 2)]).WasLetStand(Post, Now));
    }

    [Fact]
    public void A_members_record_has_what_moderators_decided_and_what_holds()
    {
        DecisionEntry[] entries =
        [
            Entry(1, DecisionAct.Hide, 0), Entry(2, DecisionAct.Hide, 1), Entry(3, DecisionAct.Hide, 2) with { Post = OtherPost },
            Entry(4, DecisionAct.Warn, 3), Entry(5, DecisionAct.Warn, 4) with { IsOverturned = true }, Entry(6, DecisionAct.Slow, 5, hours: 24),
            Entry(7, DecisionAct.Suspend, 6, hours: 24), Entry(8, DecisionAct.Suspend, 7, hours: 24), Entry(9, DecisionAct.Restore, 8, undoes: 8),
            Entry(10, DecisionAct.SuspendForGood, 9), Entry(11, DecisionAct.Hide, 10, machine: true) with { Post = Id(13) }, Entry(12, DecisionAct.Approve, 11),
        ];
        Assert.Equal(new(2, 1, 1, 2), new DecisionLog(entries).RecordOf(Member));
        Assert.Equal(default, new DecisionLog(entries).RecordOf(OtherMember));
    }

    [Fact]
    public void A_report_is_without_ground_when_a_moderator_next_dismisses_it()
    {
        var log = new DecisionLog([Entry(1, DecisionAct.Approve, -9), Entry(2, DecisionAct.Hide, 0, machine: true), Entry(3, DecisionAct.Warn, 1), Entry(4, DecisionAct.Dismiss, 2), Entry(5, DecisionAct.Hide, 9)]);
        Assert.True(log.WasUnfounded(Post, Now));
        Assert.True(log.WasUnfounded(Post, Now.AddMinutes(2)));
        Assert.False(log.WasUnfounded(Post, Now.AddMinutes(2) + Tick));
        Assert.False(log.WasUnfounded(Post, Now.AddMinutes(-10)));
        Assert.False(log.WasUnfounded(Post, Now.AddMinutes(10)));
        Assert.False(log.WasUnfounded(OtherPost, Now));
    }

    [Fact]
    public void The_order_in_which_records_are_read_does_not_matter() => Any.Sample(entries =>
    {
        var apart = entries.DistinctBy(entry => entry.At).ToList();
        var (one, other) = (new DecisionLog(apart), new DecisionLog(Enumerable.Reverse(apart)));
        return one.HidingOf(Post) == other.HidingOf(Post) && one.StandingOf(Member, Now) == other.StandingOf(Member, Now);
    });

    [Fact]
    public void What_holds_agrees_with_counting_by_hand() => Any.Sample(entries =>
    {
        var log = new DecisionLog(entries);
        bool Holds(DecisionEntry entry) => !entry.IsOverturned
            && !entries.Exists(other => other.Act == DecisionAct.Restore && !other.ByMachine && !other.IsOverturned && other.Undoes == entry.Id);
        var people = entries.Where(entry => !entry.ByMachine && Holds(entry)).ToList();
        var state = people.Exists(entry => entry.Act == DecisionAct.SuspendForGood) ? PostingState.SuspendedForGood
            : people.Exists(entry => entry.Act == DecisionAct.Suspend && entry.Until > Now) ? PostingState.Suspended
            : people.Exists(entry => entry.Act == DecisionAct.Slow && entry.Until > Now) ? PostingState.Slowed : PostingState.Free;
        var hidden = people.Exists(entry => entry.Act == DecisionAct.Hide);
        return log.StandingOf(Member, Now).State == state && entries.TrueForAll(entry => log.Holds(entry) == Holds(entry))
            && (!hidden || log.HidingOf(Post) is { ByMachine: false });
    }, iter: 500);

    [Fact]
    public void At_the_time_told_the_member_is_freer() => Any.Sample(entries =>
    {
        var (state, until) = new DecisionLog(entries).StandingOf(Member, Now);
        return until is not { } end || (new DecisionLog(entries).StandingOf(Member, end).State < state && new DecisionLog(entries).StandingOf(Member, end - Tick).State == state);
    });
}
