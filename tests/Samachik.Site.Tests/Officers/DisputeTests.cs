using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.Officers;

/// <summary>"Somebody used my ID": the number goes to the person whose card is in hand, and they climb to level 3.</summary>
public abstract class DisputeTests(SharedSite shared)
{
    private const string Why = "เจ้าของบัตรอยู่ตรงหน้า ไม่เคยสมัคร และไม่รู้จักเบอร์ในบัญชี";

    private TestSite Site => shared.Site;

    [Fact]
    public async Task The_owner_gets_the_number_and_the_other_account_is_closed_told_and_kept_apart()
    {
        var stranger = await Newcomer.MemberAsync(Site);
        var owner = stranger.Person with { Phone = Person.New().Phone };
        var before = await Site.AccountAsync(stranger.Person);
        var supervisor = await SettleAsync(stranger.Person, owner.Phone);

        var closed = await Site.LookAsync(db => db.Members.AsNoTracking().SingleAsync(row => row.Id == before.Id));
        Assert.NotNull(closed.ClosedAt);
        Assert.Null(closed.NationalIdHash);
        Assert.Contains("/sign-in", (await stranger.Visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        await Told.ByOfficersAsync(Site, stranger.Person.Phone, "ถูกปิด");

        // The stranger is not faster: with any phone but the owner's the number is "registered already".
        var again = await Newcomer.AtCodeAsync(Site, stranger.Person);
        Assert.Equal("/sign-up/registered", (await again.ProvePhoneAsync()).Path);

        var newcomer = await Newcomer.MemberAsync(Site, owner);
        var account = await Site.AccountAsync(owner);
        Assert.NotEqual(before.Id, account.Id);
        Assert.Equal(AssuranceLevel.SelfAsserted, account.Level);
        Assert.False(await Site.LookAsync(db => db.ReservedIds.AnyAsync(row => row.NationalIdHash == account.NationalIdHash)));
        Assert.DoesNotContain(
            await Site.LookAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.MemberId == account.Id).ToListAsync()),
            entry => entry.Act == AuditAct.DisputeSettled || entry.At < account.CreatedAt);

        // At the same desk, with the same card.
        var path = (await supervisor.FindAsync(owner.NationalId, LookReason.Visit)).Path;
        Assert.Equal(
            $"{path}?done=Level",
            (await supervisor.Visitor.SubmitAsync($"{path}/level", [.. Card.Of(Site, owner), ("Phone", owner.Phone), ("Reason", "สำนักงานเขต 3")])).Location);
        Assert.Equal(AssuranceLevel.Proofed, (await Site.AccountAsync(owner)).Level);
        Assert.Contains("ระดับ 3", (await newcomer.Visitor.GetAsync("/account")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_is_kept_for_thirty_days()
    {
        await using var site = new TestSite(shared.Kind);
        var stranger = await Newcomer.MemberAsync(site);
        await SettleAsync(stranger.Person, Person.New().Phone, site);
        site.Clock.Leap(ReservedIds.Life);
        await Newcomer.MemberAsync(site, stranger.Person);
    }

    [Fact]
    public async Task A_proven_account_is_lost_in_no_dispute()
    {
        var member = await Newcomer.MemberAsync(Site);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var path = (await staff.FindAsync(member.Person.NationalId)).Path;
        await staff.Visitor.SubmitAsync($"{path}/dispute", [.. Card.Of(Site, member.Person), ("Phone", Person.New().Phone), ("Reason", Why)]);
        await Site.ChangeAsync(member.Person, row => row.Level = AssuranceLevel.Proofed);
        var supervisor = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        await supervisor.FindAsync(member.Person.NationalId);
        Assert.NotNull((await supervisor.Visitor.SubmitAsync($"{path}/approval", ("Reason", Why))).ErrorOf("Reason"));
        Assert.Null((await Site.AccountAsync(member.Person)).ClosedAt);
        var other = await Staff.JoinAsync(Site, OfficerRole.Officer);
        await other.FindAsync(member.Person.NationalId);
        Assert.DoesNotContain("/dispute", other.Visitor.Page?.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LastDigits", "12")]
    [InlineData("ExpiryYear", "2560")]
    [InlineData("FaceCompared", null)]
    public async Task No_dispute_without_the_card(string field, string? value)
    {
        var member = await Newcomer.MemberAsync(Site);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var path = (await staff.FindAsync(member.Person.NationalId)).Path;
        var reply = await staff.Visitor.SubmitAsync(
            $"{path}/dispute", [.. Card.Of(Site, member.Person, (field, value)), ("Phone", Person.New().Phone), ("Reason", Why)]);
        Assert.NotNull(reply.ErrorOf(field == "ExpiryYear" ? "ExpiryDay" : field));
        Assert.Equal(Why, reply.Document.GetElementById("Reason")?.TextContent.Trim());
        var id = (await Site.AccountAsync(member.Person)).Id;
        Assert.False(await Site.LookAsync(db => db.Proposals.AnyAsync(row => row.MemberId == id)));
    }

    private Task<Staff> SettleAsync(Person stranger, string phone) => SettleAsync(stranger, phone, Site);

    private static async Task<Staff> SettleAsync(Person stranger, string phone, TestSite site)
    {
        var (officer, supervisor) = (await Staff.JoinAsync(site, OfficerRole.Officer), await Staff.JoinAsync(site, OfficerRole.Supervisor));
        var path = (await officer.FindAsync(stranger.NationalId, LookReason.Visit)).Path;
        var done = await officer.Visitor.SubmitAsync(
            $"{path}/dispute", [.. Card.Of(site, stranger, ("DataCompared", null)), ("Phone", phone), ("Reason", Why)]);
        Assert.Equal($"{path}/approval?done=Propose", done.Location);
        await supervisor.FindAsync(stranger.NationalId, LookReason.Case);
        Assert.Equal($"{path}?done=Approve", (await supervisor.Visitor.SubmitAsync($"{path}/approval", ("Reason", "เห็นบัตรด้วยกัน"))).Location);
        return supervisor;
    }
}

/// <inheritdoc/>
public sealed class DisputeTestsOnSqlite(SqliteSite shared) : DisputeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class DisputeTestsOnPostgres(PostgresSite shared) : DisputeTests(shared), IClassFixture<PostgresSite>;
