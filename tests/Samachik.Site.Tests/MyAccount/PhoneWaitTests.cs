using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Features.MyAccount;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>Soon after a recovery a change of phone waits, told to the old phone, and can be called off.</summary>
public abstract class PhoneWaitTests(DatabaseKind kind)
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(48);

    // Longer than a node that is gone keeps its place.
    private static readonly TimeSpan DeadNodesLease = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task It_waits_for_the_rest_of_the_48_hours_and_then_comes_about_also_after_a_restart()
    {
        await using var place = new TestPlace(kind);
        var phone = Person.New().Phone;
        Newcomer member;
        DateTimeOffset recovered;
        await using (var site = new TestSite(place))
        {
            member = await Newcomer.MemberAsync(site);
            recovered = site.Clock.GetUtcNow();
            await member.SetAsync(row => row.RecoveredAt = recovered);
            site.Clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal("/account?done=phone-waits", (await ChangeAsync(member, phone)).Path);
            Assert.NotNull(member.Visitor.Page?.Document.GetElementById("warning-phone"));
            Assert.NotNull((await member.Visitor.OpenAsync("/account/phone")).Document.GetElementById("waiting"));
            await site.NoticeAsync(member.Person.Phone, AuditAct.PhoneChangeAsked);
            Assert.Equal(0, await site.CountNoticesAsync(phone, AuditAct.PhoneChangeAsked));
            Assert.Equal(AuditAct.PhoneChangeAsked, (await member.ActsAsync())[^1]);
            await DoDueAfterAsync(site, Wait - TimeSpan.FromMinutes(6));
            Assert.Equal(member.Person.Phone, await PhoneOfAsync(site, member));
        }

        await using var later = new TestSite(place) { Clock = new(recovered + Wait + DeadNodesLease) };
        await DoDueAsync(later);
        Assert.Equal(phone, await PhoneOfAsync(later, member));
        var id = (await later.LookAsync(db => db.Members.AsNoTracking().SingleAsync())).Id;
        var entry = await later.LookAsync(db => db.AuditEntries.AsNoTracking().Where(row => row.MemberId == id).OrderBy(row => row.Id).LastAsync());
        Assert.Equal((AuditAct.PhoneChanged, AuditActor.Site), (entry.Act, entry.Actor));
        await later.NoticeAsync(member.Person.Phone, AuditAct.PhoneChanged);
        Assert.Equal(0, await later.LookAsync(db => db.PendingPhoneChanges.CountAsync()));

        await DoDueAsync(later);
        Assert.Equal(1, await later.CountNoticesAsync(member.Person.Phone, AuditAct.PhoneChanged));
    }

    [Fact]
    public async Task The_member_calls_it_off_without_a_fresh_proof()
    {
        await using var site = new TestSite(kind);
        var (member, _) = await WaitingAsync(site);
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account");
        var reply = await member.Visitor.SubmitAndFollowAsync("/account/phone?handler=Cancel");
        Assert.Equal("/account?done=phone-cancelled", reply.Path);
        Assert.Null(reply.Document.GetElementById("warning-phone"));
        Assert.Equal(AuditAct.PhoneChangeCancelled, (await member.ActsAsync())[^1]);
        await DoDueAfterAsync(site, Wait);
        Assert.Equal(member.Person.Phone, await PhoneOfAsync(site, member));
    }

    [Fact]
    public async Task A_second_change_is_not_begun_while_one_waits()
    {
        await using var site = new TestSite(kind);
        var (member, phone) = await WaitingAsync(site);
        var token = await member.Visitor.TokenAsync("/account/phone?handler=Cancel");
        var reply = await member.Visitor.PostAsync("/account/phone", ("Phone", Person.New().Phone), ("__RequestVerificationToken", token));
        Assert.Equal("/account/phone", reply.Location);
        await DoDueAfterAsync(site, Wait);
        Assert.Equal(phone, await PhoneOfAsync(site, member));
    }

    [Fact]
    public async Task Where_the_account_was_frozen_meanwhile_it_is_called_off()
    {
        await using var site = new TestSite(kind);
        var (member, _) = await WaitingAsync(site);
        await member.SetAsync(row => row.FrozenAt = site.Clock.GetUtcNow());
        await DoDueAfterAsync(site, Wait);
        Assert.Equal(member.Person.Phone, await PhoneOfAsync(site, member));
        Assert.Equal(AuditAct.PhoneChangeCancelled, (await member.ActsAsync())[^1]);
        Assert.Equal(0, await site.LookAsync(db => db.PendingPhoneChanges.CountAsync()));
    }

    [Fact]
    public async Task Two_nodes_at_once_do_it_once()
    {
        await using var place = new TestPlace(kind);
        await using var one = new TestSite(place);
        var (member, phone) = await WaitingAsync(one);
        one.Clock.AdjustTime(one.Clock.GetUtcNow() + Wait);
        await using var two = new TestSite(place) { Clock = one.Clock };
        two.EnsureStarted();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => DoDueAsync(i % 2 == 0 ? one : two)));
        Assert.Equal(phone, await PhoneOfAsync(one, member));
        Assert.Single(await member.ActsAsync(), act => act == AuditAct.PhoneChanged);
    }

    private static async Task<(Newcomer Member, string Phone)> WaitingAsync(TestSite site)
    {
        var (member, phone) = (await Newcomer.MemberAsync(site), Person.New().Phone);
        await member.SetAsync(row => row.RecoveredAt = site.Clock.GetUtcNow());
        Assert.Equal("/account?done=phone-waits", (await ChangeAsync(member, phone)).Path);
        return (member, phone);
    }

    private static async Task<Reply> ChangeAsync(Newcomer member, string phone)
    {
        await member.Visitor.OpenAsync("/account/phone");
        var page = await member.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", phone));
        Assert.NotNull(page.Reference);
        var code = (await member.Site.SmsAsync(phone, page.Reference)).Code;
        return await member.Visitor.SubmitAndFollowAsync("/account/phone/code", ("Code", code));
    }

    private static async Task<string> PhoneOfAsync(TestSite site, Newcomer member)
    {
        var row = await member.Person.MemberAsync(site);
        Assert.NotNull(row);
        return site.Service<MemberData>().PhoneOf(row).National;
    }

    // Without going round once for every minute of it.
    private static Task DoDueAfterAsync(TestSite site, TimeSpan wait)
    {
        site.Clock.AdjustTime(site.Clock.GetUtcNow() + wait);
        return DoDueAsync(site);
    }

    private static Task DoDueAsync(TestSite site) =>
        site.Hosted<DueChanges>().DoDueAsync(TestContext.Current.CancellationToken);
}

/// <inheritdoc/>
public sealed class PhoneWaitTestsOnSqlite() : PhoneWaitTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class PhoneWaitTestsOnPostgres() : PhoneWaitTests(DatabaseKind.Postgres);
