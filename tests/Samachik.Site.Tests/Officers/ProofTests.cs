using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.Officers;

/// <summary>Level 3 with the card in hand, and the second officer's look at some of them.</summary>
public abstract class ProofTests(SharedSite shared)
{
    private static readonly (string, string)[] AllSampled = [("Officers:CheckProofsOneIn", "1")];

    [Fact]
    public async Task The_level_rises_the_member_is_told_and_a_second_officer_finds_it_in_order()
    {
        await using var site = new TestSite(shared.Kind, AllSampled);
        var (member, one, path) = await RaisedAsync(site);
        Assert.Equal(AssuranceLevel.Proofed, (await site.AccountAsync(member.Person)).Level);
        await Told.ByOfficersAsync(site, member.Person.Phone, "ยืนยันตัวตน");

        Assert.Contains(one.Number.Replace("-", "", StringComparison.Ordinal), (await one.Visitor.GetAsync(path)).Document.QuerySelector("section[aria-labelledby=evidence]")?.TextContent, StringComparison.Ordinal);

        // Not by who raised it: nothing waits for them, and a forced post finds nothing.
        Assert.DoesNotContain("name=\"Id\"", (await one.Visitor.GetAsync("/officers/proofs")).Body, StringComparison.Ordinal);
        var proof = await site.LookAsync(db => db.LevelProofs.Select(row => row.Id).SingleAsync());
        await one.Visitor.GetAsync(path);
        var token = await one.Visitor.TokenAsync("/officers/sign-out");
        var forced = await one.Visitor.PostAsync($"{path}/proof", ("Proof", $"{proof}"), ("Reason", "ตรวจเอง"), ("__RequestVerificationToken", token));
        Assert.Null(forced.Location);
        var id = await one.IdAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => site.LookAsync(db => db.LevelProofs.ExecuteUpdateAsync(set => set.SetProperty(row => row.CheckedBy, id))));

        var other = await Staff.JoinAsync(site, OfficerRole.Officer);
        await other.FindAsync(member.Person.NationalId, LookReason.Check);
        Assert.Contains("/proof", other.Visitor.Page?.Body, StringComparison.Ordinal);
        Assert.Equal($"{path}?done=ProofInOrder", (await other.Visitor.SubmitAsync($"{path}/proof", ("Reason", "ดูสำเนาการลงคิวแล้ว"))).Location);
        Assert.True((await site.LookAsync(db => db.LevelProofs.AsNoTracking().SingleAsync())).IsInOrder);
    }

    [Fact]
    public async Task A_second_officer_takes_it_back()
    {
        await using var site = new TestSite(shared.Kind, AllSampled);
        var (member, _, path) = await RaisedAsync(site);
        var other = await Staff.JoinAsync(site, OfficerRole.Supervisor);
        await other.FindAsync(member.Person.NationalId, LookReason.Check);
        var fields = await other.Visitor.HiddenAsync($"{path}/proof");
        Assert.Equal(
            $"{path}?done=ProofTakenBack", (await other.Visitor.PostAsync($"{path}/proof?handler=TakeBack", [.. fields, ("Reason", "วันนั้นสำนักงานปิด")])).Location);
        Assert.Equal(AssuranceLevel.SelfAsserted, (await site.AccountAsync(member.Person)).Level);
        await Told.ByOfficersAsync(site, member.Person.Phone, "ถูกยกเลิก");
        Assert.Null((await other.Visitor.PostAsync($"{path}/proof", [.. fields, ("Reason", "อีกครั้งหนึ่ง")])).Location);
    }

    [Fact]
    public async Task A_stranger_s_account_is_not_proven_by_the_owner_s_card()
    {
        await using var site = new TestSite(shared.Kind);
        var member = await Newcomer.MemberAsync(site);
        var staff = await Staff.JoinAsync(site, OfficerRole.Officer);
        var path = (await staff.FindAsync(member.Person.NationalId)).Path;
        var reply = await staff.Visitor.SubmitAsync($"{path}/level", [.. Card.Of(site, member.Person), ("Phone", Person.New().Phone), ("Reason", "สำนักงานเขต 3")]);
        Assert.NotNull(reply.ErrorOf("Reason"));
        Assert.Equal(AssuranceLevel.SelfAsserted, (await site.AccountAsync(member.Person)).Level);
        Assert.False(await site.LookAsync(db => db.AuditEntries.AnyAsync(entry => entry.Act == AuditAct.LevelRaised)));
    }

    [Fact]
    public async Task One_in_so_many_is_drawn_and_the_rest_are_not()
    {
        await using var site = new TestSite(shared.Kind, ("Officers:CheckProofsOneIn", "1000"));
        for (var i = 0; i < 5; i++) await RaisedAsync(site);
        Assert.True(await site.LookAsync(db => db.LevelProofs.CountAsync(row => row.IsSampled)) < 5);
    }

    private static async Task<(Newcomer Member, Staff Staff, string Path)> RaisedAsync(TestSite site)
    {
        var member = await Newcomer.MemberAsync(site);
        var staff = await Staff.JoinAsync(site, OfficerRole.Officer);
        var path = (await staff.FindAsync(member.Person.NationalId, LookReason.Visit)).Path;
        var done = await staff.Visitor.SubmitAsync(
            $"{path}/level", [.. Card.Of(site, member.Person), ("Phone", member.Person.Phone), ("Reason", "สำนักงานเขต 3 คิว 41")]);
        Assert.Equal($"{path}?done=Level", done.Location);
        return (member, staff, path);
    }
}

/// <inheritdoc/>
public sealed class ProofTestsOnSqlite(SqliteSite shared) : ProofTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class ProofTestsOnPostgres(PostgresSite shared) : ProofTests(shared), IClassFixture<PostgresSite>;
