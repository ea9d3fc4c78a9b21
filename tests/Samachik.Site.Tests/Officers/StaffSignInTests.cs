using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;

namespace Samachik.Site.Tests.Officers;

/// <summary>The staff's own accounts: invited, joined with password and app, signed in by both, ended by time.</summary>
public abstract class StaffSignInTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task An_invitation_works_once_and_leads_in()
    {
        var link = await Staff.InviteAsync(Site, OfficerRole.Officer);
        var staff = await Staff.OpenAsync(Site, link);
        var wrong = await staff.Visitor.SubmitAsync(link, ("Password", "short"), ("ConfirmPassword", "other"), ("Code", ""));
        Assert.Equal(["Password", "ConfirmPassword", "Code"], wrong.FieldsInError);
        var code = await staff.Visitor.SubmitAsync(link, ("Password", staff.Password), ("ConfirmPassword", staff.Password), ("Code", "000000"));
        Assert.NotNull(code.ErrorOf("Code"));
        var joined = await staff.Visitor.SubmitAsync(link, ("Password", staff.Password), ("ConfirmPassword", staff.Password), ("Code", staff.Code()));
        Assert.Equal("/officers", joined.Location);
        Assert.Equal(HttpStatusCode.OK, (await staff.Visitor.GetAsync("/officers")).Status);

        var again = await Site.NewVisitor().GetAsync(link);
        Assert.Null(again.Document.QuerySelector("form[action^='/officers/invitation']"));
        Assert.Null(again.Document.GetElementById("app-secret"));
    }

    [Fact]
    public async Task An_invitation_is_over_after_three_days()
    {
        var link = await Staff.InviteAsync(Site, OfficerRole.Officer);
        Site.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Null((await Site.NewVisitor().GetAsync(link)).Document.GetElementById("app-secret"));
    }

    [Fact]
    public async Task Number_password_and_a_fresh_code_sign_in_and_a_code_counts_once()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        Assert.NotNull((await staff.SignInAsync()).ErrorOf("Number"));
        Site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull((await staff.SignInAsync(password: "Kx9 ruen-phae sii-dam")).ErrorOf("Number"));
        Assert.NotNull((await staff.SignInAsync(code: "123456")).ErrorOf("Number"));
        var code = staff.Code();
        Assert.Equal("/officers", (await staff.SignInAsync(code: code)).Location);
        Assert.NotNull((await staff.SignInAsync(code: code)).ErrorOf("Number"));
    }

    [Fact]
    public async Task A_code_at_one_instant_begins_one_session()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        Site.Clock.Advance(TimeSpan.FromSeconds(31));
        var before = await SessionsAsync(staff);
        var visitor = Site.NewVisitor();
        await visitor.GetAsync("/officers/sign-in");
        await visitor.PostAtOnceAsync(4, "/officers/sign-in", ("Number", staff.Number), ("Password", staff.Password), ("Code", staff.Code()));
        Assert.Equal(before + 1, await SessionsAsync(staff));
    }

    [Fact]
    public async Task A_number_that_nobody_has_and_a_wrong_password_answer_alike_and_are_slowed()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var visitor = Site.NewVisitor();
        async Task<string?> TryAsync(string number) =>
            (await visitor.SubmitAsync("/officers/sign-in", ("Number", number), ("Password", "wrong words here"), ("Code", "123456"))).ErrorOf("Number");
        Assert.Equal(await TryAsync(staff.Number), await TryAsync("000-000"));
        for (var i = 0; i < 4; i++) await TryAsync(staff.Number);
        Assert.NotEqual(await TryAsync("000-001"), await TryAsync(staff.Number));
        Assert.Equal("/officers", await Eventually.GetAsync(
            async () =>
            {
                Site.Clock.Advance(TimeSpan.FromMinutes(2));
                return (await staff.SignInAsync()).Location;
            },
            "the wait to pass"));
    }

    [Fact]
    public async Task A_session_ends_after_fifteen_idle_minutes_and_after_eight_hours()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        for (var i = 0; i < 3; i++)
        {
            Site.Clock.Advance(TimeSpan.FromMinutes(14));
            Assert.Equal(HttpStatusCode.OK, (await staff.Visitor.GetAsync("/officers")).Status);
        }

        Site.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/officers/sign-in", (await staff.Visitor.GetAsync("/officers")).Location);
        await staff.SignInAsync();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(8); passed += TimeSpan.FromMinutes(12))
        {
            Assert.Equal(HttpStatusCode.OK, (await staff.Visitor.GetAsync("/officers")).Status);
            Site.Clock.Advance(TimeSpan.FromMinutes(12));
        }

        Assert.Equal("/officers/sign-in", (await staff.Visitor.GetAsync("/officers")).Location);
    }

    [Fact]
    public async Task Signing_out_ends_it_at_once_for_every_copy_of_the_cookie()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var copy = staff.Visitor.Copy();
        await staff.Visitor.GetAsync("/officers");
        Assert.Equal("/officers/sign-in", (await staff.Visitor.SubmitAsync("/officers/sign-out")).Location);
        Assert.Equal("/officers/sign-in", (await copy.GetAsync("/officers")).Location);
    }

    [Fact]
    public async Task A_role_taken_away_and_an_account_ended_count_at_the_next_request()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var id = await staff.IdAsync();
        Assert.NotNull((await staff.Visitor.GetAsync("/officers")).Document.GetElementById("Query"));
        await Site.LookAsync(db => db.Officers.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, OfficerRole.Moderator)));
        Assert.Null((await staff.Visitor.GetAsync("/officers")).Document.GetElementById("Query"));
        await Site.LookAsync(db => db.Officers.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, Site.Clock.GetUtcNow())));
        Assert.Equal("/officers/sign-in", (await staff.Visitor.GetAsync("/officers")).Location);
    }

    [Fact]
    public async Task A_member_is_no_staff_and_staff_are_no_member()
    {
        var member = await Newcomer.MemberAsync(Site);
        Assert.Equal("/officers/sign-in", (await member.Visitor.GetAsync("/officers")).Location);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Administrator);
        Assert.Contains("/sign-in?ReturnUrl=", (await staff.Visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_and_out_stands_in_the_trail_with_who_it_was()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var id = await staff.IdAsync();
        await staff.Visitor.GetAsync("/officers");
        await staff.Visitor.SubmitAsync("/officers/sign-out");
        var acts = await Site.LookAsync(db => db.AuditEntries.Where(entry => entry.ActorId == id).OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());
        Assert.Equal([AuditAct.OfficerJoined, AuditAct.OfficerSignedIn, AuditAct.OfficerSignedOut], acts);
    }

    private async Task<int> SessionsAsync(Staff staff)
    {
        var id = await staff.IdAsync();
        return await Site.LookAsync(db => db.OfficerSessions.CountAsync(row => row.OfficerId == id));
    }
}

/// <inheritdoc/>
public sealed class StaffSignInTestsOnSqlite(SqliteSite shared) : StaffSignInTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StaffSignInTestsOnPostgres(PostgresSite shared) : StaffSignInTests(shared), IClassFixture<PostgresSite>;
