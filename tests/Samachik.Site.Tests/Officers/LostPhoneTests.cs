using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.Officers;

/// <summary>"My number changed": two officers open a recovery, the wait passes, and the person is in with the new phone.</summary>
public abstract class LostPhoneTests(SharedSite shared)
{
    private const string Why = "บอกชื่อ วันเกิด เบอร์เดิม และวันที่สมัครถูกต้อง";
    private const string NewPassword = "Nokyung7Bin";

    [Fact]
    public async Task The_person_gets_in_with_the_new_phone_after_the_wait_and_the_old_one_is_told()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site);
        await Told.ByOfficersAsync(site, opened.Member.Phone, "/not-me/");
        var early = await TypeAsync(site, opened.Member, opened.Code);
        Assert.NotNull(early.Page.ErrorOf("RecoveryCode"));

        site.Clock.Leap(TimeSpan.FromDays(1));
        var (page, returner) = await TypeAsync(site, opened.Member with { Phone = opened.Phone }, opened.Code);
        Assert.Equal("/recovery/code", page.Path);
        Assert.Equal("/recovery/new-password", (await returner.ProvePhoneAsync()).Path);
        Assert.Equal("/recovery/done", (await returner.SetPasswordAsync(NewPassword)).Path);
        Assert.Equal(Told.Number(opened.Phone), await Told.PhoneOnFileAsync(site, opened.Member));
        await Told.ByOfficersAsync(site, opened.Member.Phone, "เบอร์");

        var member = new Member(site, opened.Member with { Phone = opened.Phone });
        Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync(NewPassword)).Location);
        Assert.NotNull((await TypeAsync(site, opened.Member, opened.Code)).Page.ErrorOf("RecoveryCode"));
    }

    [Fact]
    public async Task The_code_alone_is_worth_nothing_before_a_second_officer_approved()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site, approve: false);
        site.Clock.Leap(TimeSpan.FromDays(2));
        Assert.NotNull((await TypeAsync(site, opened.Member, opened.Code)).Page.ErrorOf("RecoveryCode"));
    }

    [Fact]
    public async Task The_owner_calls_it_off_by_the_link()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site);
        await site.NewVisitor().SubmitAndFollowAsync(AccountFacts.LinkIn((await site.NoticesAsync(opened.Member.Phone))[0].Text));
        site.Clock.Leap(TimeSpan.FromDays(1));
        Assert.NotNull((await TypeAsync(site, opened.Member, opened.Code)).Page.ErrorOf("RecoveryCode"));
        Assert.Equal(Told.Number(opened.Member.Phone), await Told.PhoneOnFileAsync(site, opened.Member));
    }

    [Fact]
    public async Task An_officer_calls_it_off_for_an_owner_who_calls()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site);
        var page = await opened.Staff.FindAsync(opened.Member.NationalId);
        Assert.Contains("/call-off", page.Body, StringComparison.Ordinal);
        Assert.NotNull((await opened.Staff.Visitor.SubmitAsync($"{page.Path}/call-off", ("Reason", ""))).ErrorOf("Reason"));
        Assert.Equal($"{page.Path}?done=CallOff", (await opened.Staff.Visitor.SubmitAsync($"{page.Path}/call-off", ("Reason", "เจ้าของโทรมา ไม่ได้ขอ"))).Location);
        Assert.DoesNotContain("/call-off", (await opened.Staff.Visitor.GetAsync(page.Path)).Body, StringComparison.Ordinal);
        site.Clock.Leap(TimeSpan.FromDays(1));
        Assert.NotNull((await TypeAsync(site, opened.Member, opened.Code)).Page.ErrorOf("RecoveryCode"));
    }

    [Fact]
    public async Task It_is_called_off_though_the_new_phone_is_proven_already()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site);
        site.Clock.Leap(TimeSpan.FromDays(1));
        var (_, returner) = await TypeAsync(site, opened.Member with { Phone = opened.Phone }, opened.Code);
        await returner.ProvePhoneAsync();
        await site.NewVisitor().SubmitAndFollowAsync(AccountFacts.LinkIn((await site.NoticesAsync(opened.Member.Phone))[0].Text));
        await returner.SetPasswordByForceAsync(NewPassword);
        Assert.Equal(Told.Number(opened.Member.Phone), await Told.PhoneOnFileAsync(site, opened.Member));
        Assert.Null((await site.AccountAsync(opened.Member)).RecoveredAt);
    }

    [Fact]
    public async Task Wrong_tries_look_alike_with_and_without_an_account_and_lock_nobody_out_elsewhere()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site);
        site.Clock.Leap(TimeSpan.FromDays(1));
        List<string?> known = [], unknown = [];
        var nobody = Person.New();
        for (var i = 0; i <= RecoveryCode.MostTriesOfNetwork; i++)
        {
            known.Add((await TypeAsync(site, opened.Member, Wrong(opened.Code))).Page.ErrorOf("RecoveryCode"));
            unknown.Add((await TypeAsync(site, nobody, Wrong(opened.Code))).Page.ErrorOf("RecoveryCode"));
        }

        Assert.Equal(known, unknown);
        Assert.Equal(2, known.Distinct().Count());
        Assert.NotNull((await TypeAsync(site, opened.Member, opened.Code)).Page.ErrorOf("RecoveryCode"));
        Assert.Equal("/recovery/code", (await TypeAsync(site, opened.Member, opened.Code, "203.0.113.7")).Page.Path);
    }

    [Fact]
    public async Task A_hundred_tries_at_one_instant_are_no_more_than_five()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site);
        site.Clock.Leap(TimeSpan.FromDays(1));
        var replies = await site.NewVisitor().PostAtOnceAsync(
            100, "/recovery/officer-code", ("NationalId", opened.Member.NationalId), ("RecoveryCode", Wrong(opened.Code)));
        var notRight = SiteTexts.Of<RecoveryTexts>(site, "th", "OfficerCodeVerdict.NotRight");
        Assert.Equal(RecoveryCode.MostTriesOfNetwork, replies.Count(reply => reply.ErrorOf("RecoveryCode") == notRight));
    }

    [Fact]
    public async Task The_right_code_before_its_time_uses_no_try_up()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site);
        for (var i = 0; i < 10; i++) await TypeAsync(site, opened.Member, opened.Code);
        site.Clock.Leap(TimeSpan.FromDays(1));
        Assert.Equal("/recovery/code", (await TypeAsync(site, opened.Member, opened.Code)).Page.Path);
    }

    [Fact]
    public async Task The_wait_opens_nothing_to_who_found_the_old_phone()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site, member: row => row.PhoneProvenAt = TestSite.Start.AddYears(-1));
        site.Clock.Leap(TimeSpan.FromDays(1));
        var thief = await Returner.AtCodeAsync(site, opened.Member);
        Assert.Equal("/recovery/waiting", (await thief.ProvePhoneAsync()).Path);
        Assert.Null(thief.Visitor.Page?.Document.QuerySelector("main a[href='/recovery']"));
    }

    [Fact]
    public async Task A_proven_account_needs_the_card_in_hand()
    {
        await using var site = new TestSite(shared.Kind);
        var member = await Newcomer.MemberAsync(site);
        await site.ChangeAsync(member.Person, row => row.Level = AssuranceLevel.Proofed);
        var staff = await Staff.JoinAsync(site, OfficerRole.Officer);
        var path = (await staff.FindAsync(member.Person.NationalId)).Path;
        var refused = await staff.Visitor.SubmitAsync($"{path}/recovery", ("Phone", Person.New().Phone), ("Reason", Why));
        Assert.NotNull(refused.ErrorOf("FaceCompared"));
        Assert.NotNull(refused.ErrorOf("LastDigits"));
        var done = await staff.Visitor.SubmitAsync($"{path}/recovery", [.. Card.Of(site, member.Person), ("Phone", Person.New().Phone), ("Reason", Why)]);
        Assert.Equal($"{path}/approval?done=Propose", done.Location);
    }

    [Fact]
    public async Task Who_proposed_sees_the_code_for_as_long_as_the_look_and_nobody_else_ever()
    {
        await using var site = new TestSite(shared.Kind);
        var opened = await OpenedAsync(site, approve: false);
        var other = await Staff.JoinAsync(site, OfficerRole.Supervisor);
        var path = (await other.FindAsync(opened.Member.NationalId)).Path;
        Assert.DoesNotContain(opened.Code, (await other.Visitor.GetAsync($"{path}/approval")).Body, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await opened.Staff.SignInAsync();
        await opened.Staff.FindAsync(opened.Member.NationalId);
        Assert.DoesNotContain(opened.Code, (await opened.Staff.Visitor.GetAsync($"{path}/approval")).Body, StringComparison.Ordinal);
    }

    private static async Task<(Person Member, string Phone, string Code, Staff Staff)> OpenedAsync(
        TestSite site, bool approve = true, Action<MemberRow>? member = null)
    {
        var person = (await Newcomer.MemberAsync(site)).Person;
        if (member is not null) await site.ChangeAsync(person, member);
        var (one, other) = (await Staff.JoinAsync(site, OfficerRole.Officer), await Staff.JoinAsync(site, OfficerRole.Officer));
        var path = (await one.FindAsync(person.NationalId)).Path;
        var phone = Person.New().Phone;
        var page = await one.Visitor.SubmitAndFollowAsync($"{path}/recovery", ("Phone", phone), ("Reason", Why));
        var code = page.Document.GetElementById("recovery-code")?.TextContent ?? "";
        Assert.Equal(9, code.Length);
        if (!approve) return (person, phone, code, one);
        await other.FindAsync(person.NationalId, LookReason.Case);
        Assert.Equal($"{path}?done=Approve", (await other.Visitor.SubmitAsync($"{path}/approval", ("Reason", "โทรกลับเบอร์ใหม่แล้ว ตรงกัน"))).Location);
        return (person, phone, code, one);
    }

    private static string Wrong(string code) => code == "0000 0000" ? "0000 0001" : "0000 0000";

    private static async Task<(Reply Page, Returner Returner)> TypeAsync(TestSite site, Person person, string code, string? from = null)
    {
        var returner = new Returner(site, person, new Visitor(site) { From = from });
        return (await returner.Visitor.SubmitAndFollowAsync("/recovery/officer-code", ("NationalId", person.NationalId), ("RecoveryCode", code)), returner);
    }
}

/// <inheritdoc/>
public sealed class LostPhoneTestsOnSqlite(SqliteSite shared) : LostPhoneTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class LostPhoneTestsOnPostgres(PostgresSite shared) : LostPhoneTests(shared), IClassFixture<PostgresSite>;
