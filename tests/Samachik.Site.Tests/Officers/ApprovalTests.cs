using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.Officers;

/// <summary>What needs two people: nobody does it alone, in whatever order or number of tabs.</summary>
public abstract class ApprovalTests(SharedSite shared)
{
    private const string Why = "ชื่อ วันเกิด และเบอร์เดิมถูกต้อง เบอร์เดิมถูกยกเลิกไปแล้ว";

    private TestSite Site => shared.Site;

    [Fact]
    public async Task Who_proposed_cannot_approve_or_decline_in_any_tab()
    {
        var (member, staff, path) = await ProposedAsync();
        var page = await staff.Visitor.GetAsync($"{path}/approval");
        Assert.Null(page.Document.QuerySelector("button[formaction$=Decline]"));
        var (id, fields) = (await ProposalAsync(member.Person), await staff.Visitor.HiddenAsync($"{path}/approval"));
        foreach (var handler in (string[])["", "?handler=Decline"])
        {
            var reply = await staff.Visitor.Copy().PostAsync($"{path}/approval{handler}", [.. fields, ("Reason", Why)]);
            Assert.NotNull(reply.ErrorOf("Reason"));
        }

        Assert.Null((await Site.LookAsync(db => db.Proposals.AsNoTracking().SingleAsync(row => row.Id == id))).Decision);
        Assert.Equal($"{path}?done=Withdraw", (await staff.Visitor.PostAsync($"{path}/approval?handler=Withdraw", [.. fields, ("Reason", Why)])).Location);
        Assert.Equal(ProposalDecision.Withdrawn, (await Site.LookAsync(db => db.Proposals.AsNoTracking().SingleAsync(row => row.Id == id))).Decision);
    }

    [Fact]
    public async Task The_table_itself_refuses_a_decision_by_who_proposed()
    {
        var (member, staff, _) = await ProposedAsync();
        var (id, officer) = (await ProposalAsync(member.Person), await staff.IdAsync());
        foreach (var decision in (ProposalDecision[])[ProposalDecision.Approved, ProposalDecision.Declined])
            await Assert.ThrowsAnyAsync<Exception>(() => Site.LookAsync(db => db.Proposals.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Decision, decision).SetProperty(row => row.DecidedBy, officer))));
        await Assert.ThrowsAnyAsync<Exception>(() => Site.LookAsync(db => db.Proposals.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Decision, ProposalDecision.Approved))));
        Assert.Null((await Site.LookAsync(db => db.Proposals.AsNoTracking().SingleAsync(row => row.Id == id))).Decision);
    }

    [Fact]
    public async Task Of_many_decisions_at_one_instant_one_stands()
    {
        var (member, staff, path) = await ProposedAsync();
        Staff[] others = [await AtPersonAsync(member.Person), await AtPersonAsync(member.Person)];
        List<(Visitor Visitor, string Handler, (string, string?)[] Fields)> tabs = [];
        foreach (var other in others)
        {
            var fields = await other.Visitor.HiddenAsync($"{path}/approval");
            foreach (var handler in (string[])["", "", "?handler=Decline"]) tabs.Add((other.Visitor.Copy(), handler, fields));
        }

        var own = await staff.Visitor.HiddenAsync($"{path}/approval");
        foreach (var handler in (string[])["?handler=Withdraw", ""]) tabs.Add((staff.Visitor.Copy(), handler, own));
        var all = await Task.WhenAll(tabs.Select(tab => tab.Visitor.PostAsync($"{path}/approval{tab.Handler}", [.. tab.Fields, ("Reason", Why)])));
        Assert.Single(all, reply => reply.Location is not null);
        var id = (await Site.AccountAsync(member.Person)).Id;
        var row = await Site.LookAsync(db => db.Proposals.AsNoTracking().SingleAsync(row => row.MemberId == id));
        Assert.NotNull(row.Decision);
        Assert.Equal(row.Decision == ProposalDecision.Withdrawn, row.DecidedBy == row.ProposedBy);
        var decided = await Site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.MemberId == id
            && (entry.Act == AuditAct.ProposalApproved || entry.Act == AuditAct.ProposalDeclined || entry.Act == AuditAct.ProposalWithdrawn)));
        Assert.Equal(1, decided);
        Assert.Equal(row.Decision == ProposalDecision.Approved ? 1 : 0, await Site.LookAsync(db => db.RecoveryWaits.CountAsync(wait => wait.MemberId == id)));
    }

    [Fact]
    public async Task It_is_proposed_once_and_lapses()
    {
        await using var site = new TestSite(shared.Kind);
        var member = await Newcomer.MemberAsync(site);
        var (one, other) = (await Staff.JoinAsync(site, OfficerRole.Officer), await Staff.JoinAsync(site, OfficerRole.Officer));
        var path = (await one.FindAsync(member.Person.NationalId)).Path;
        await other.FindAsync(member.Person.NationalId);
        Assert.Equal($"{path}/approval?done=Propose", (await one.Visitor.SubmitAsync($"{path}/recovery", ("Phone", Person.New().Phone), ("Reason", Why))).Location);
        Assert.NotNull((await other.Visitor.SubmitAsync($"{path}/recovery", ("Phone", Person.New().Phone), ("Reason", Why))).ErrorOf("Reason"));
        var fields = await other.Visitor.HiddenAsync($"{path}/approval");
        site.Clock.Leap(Proposal.Life);
        await other.SignInAsync();
        await other.FindAsync(member.Person.NationalId);
        var token = await other.Visitor.TokenAsync("/officers/sign-out");
        var late = await other.Visitor.PostAsync(
            $"{path}/approval", [.. fields.Where(field => field.Name == "Proposal"), ("Reason", Why), ("__RequestVerificationToken", token)]);
        Assert.NotNull(late.ErrorOf("Reason") ?? late.Document.QuerySelector("main")?.TextContent);
        Assert.Equal(0, await site.LookAsync(db => db.RecoveryWaits.CountAsync()));
        Assert.Equal($"{path}/approval?done=Propose", (await other.Visitor.SubmitAsync($"{path}/recovery", ("Phone", Person.New().Phone), ("Reason", Why))).Location);
    }

    [Fact]
    public async Task An_officer_sees_what_they_may_decide_and_a_supervisor_settles()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (one, officer, supervisor) = (
            await AtPersonAsync(member.Person), await AtPersonAsync(member.Person), await AtPersonAsync(member.Person, OfficerRole.Supervisor));
        var path = one.Visitor.Page?.Path ?? "";
        await one.Visitor.SubmitAsync($"{path}/dispute", [.. Card.Of(Site, member.Person), ("Phone", Person.New().Phone), ("Reason", "เจ้าของบัตรอยู่ตรงหน้า ไม่เคยสมัคร")]);
        var id = await ProposalAsync(member.Person);
        Assert.Null((await officer.Visitor.GetAsync($"{path}/approval")).Document.QuerySelector("input[name=Proposal]"));
        var token = await officer.Visitor.TokenAsync("/officers/sign-out");
        var forced = await officer.Visitor.PostAsync($"{path}/approval", ("Proposal", $"{id}"), ("Reason", Why), ("__RequestVerificationToken", token));
        Assert.NotEqual(HttpStatusCode.Found, forced.Status);
        Assert.NotNull((await Site.AccountAsync(member.Person)).NationalIdHash);
        Assert.Contains(one.Number.Replace("-", "", StringComparison.Ordinal), (await supervisor.Visitor.GetAsync("/officers/approvals")).Body, StringComparison.Ordinal);
        Assert.Equal($"{path}?done=Approve", (await supervisor.Visitor.SubmitAsync($"{path}/approval", ("Reason", Why))).Location);
    }

    [Fact]
    public async Task A_suspension_for_good_takes_two_supervisors_and_tells_the_member()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (one, other) = (await AtPersonAsync(member.Person, OfficerRole.Supervisor), await AtPersonAsync(member.Person, OfficerRole.Supervisor));
        var path = one.Visitor.Page?.Path ?? "";
        await one.Visitor.SubmitAsync($"{path}/suspension-for-good", ("Rule", "4"), ("Reason", "ปลอมเป็นเจ้าหน้าที่ซ้ำหลังถูกระงับสองครั้ง"));
        Assert.Null((await Site.AccountAsync(member.Person)).SuspendedAt);
        Assert.Equal($"{path}?done=Approve", (await other.Visitor.SubmitAsync($"{path}/approval", ("Reason", Why))).Location);
        var row = await Site.AccountAsync(member.Person);
        Assert.NotNull(row.SuspendedAt);
        Assert.Null(row.SuspendedUntil);
        Assert.Equal(4, row.SuspensionRule);
        Assert.Contains("/sign-in", (await member.Visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        await Told.ByOfficersAsync(Site, member.Person.Phone, "ไม่มีกำหนด");
        await other.Visitor.SubmitAndFollowAsync($"{path}/suspension?handler=Lift", ("Reason", "อุทธรณ์แล้ว ฟังขึ้น"));
        Assert.Null((await Site.AccountAsync(member.Person)).SuspendedAt);
    }

    private async Task<Staff> AtPersonAsync(Person person, OfficerRole role = OfficerRole.Officer)
    {
        var staff = await Staff.JoinAsync(Site, role);
        await staff.FindAsync(person.NationalId, LookReason.Case);
        return staff;
    }

    private async Task<(Newcomer Member, Staff Staff, string Path)> ProposedAsync()
    {
        var member = await Newcomer.MemberAsync(Site);
        var staff = await AtPersonAsync(member.Person);
        var path = staff.Visitor.Page?.Path ?? "";
        Assert.Equal($"{path}/approval?done=Propose", (await staff.Visitor.SubmitAsync($"{path}/recovery", ("Phone", Person.New().Phone), ("Reason", Why))).Location);
        return (member, staff, path);
    }

    private async Task<Guid> ProposalAsync(Person person)
    {
        var id = (await Site.AccountAsync(person)).Id;
        return await Site.LookAsync(db => db.Proposals.Where(row => row.MemberId == id && row.Decision == null).Select(row => row.Id).SingleAsync());
    }
}

/// <inheritdoc/>
public sealed class ApprovalTestsOnSqlite(SqliteSite shared) : ApprovalTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class ApprovalTestsOnPostgres(PostgresSite shared) : ApprovalTests(shared), IClassFixture<PostgresSite>;
