using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Recovery;

/// <summary>The way back by phone, and all that its one save does.</summary>
public abstract class RecoveryTests(SharedSite shared)
{
    private const string NewOne = "Nokyung7Bin";

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task A_member_gets_back_in(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        var returner = new Returner(Site, member.Person);
        await returner.Visitor.OpenAsync("/recovery");
        if (language == "en") await returner.Visitor.ReadAsync("en");
        var page = await returner.StartAsync();
        Assert.Equal("/recovery/code", page.Path);
        Assert.Contains(SiteTexts.Of<RecoveryTexts>(Site, language, "Code.Sent"), page.Body, StringComparison.Ordinal);
        page = await returner.ProvePhoneAsync();
        Assert.Equal("/recovery/new-password", page.Path);
        page = await returner.SetPasswordAsync(NewOne);
        Assert.Equal((HttpStatusCode.OK, "/recovery/done"), (page.Status, page.Path));
        Assert.Contains(SiteTexts.Of<RecoveryTexts>(Site, language, "RecoveryStep.Done"), page.Body, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/sign-in']"));
        Assert.DoesNotContain("samachik-session", returner.Visitor.Cookies.Keys);
        Assert.False(await returner.Visitor.IsSignedInAsync());

        var row = await Site.AccountAsync(member.Person);
        Assert.True((await Site.Service<PasswordHasher>().TryVerifyAsync(NewOne, row.PasswordHash))?.IsRight);
        Assert.False((await Site.Service<PasswordHasher>().TryVerifyAsync(member.Person.Password, row.PasswordHash))?.IsRight);
    }

    [Fact]
    public async Task One_save_ends_all_that_was()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (person, email) = (member.Person, AccountFacts.NewEmail());
        var before = await Site.AccountAsync(person);
        await Site.GiveEmailAsync(person, email);
        await Site.KnowBrowserAsync(person, member.Visitor);
        await Site.LookAsync(async db =>
        {
            var (id, now) = (before.Id, Site.Clock.GetUtcNow());
            db.RecoveryWaits.Add(new() { MemberId = id, AskedAt = now, ReadyAt = now.AddDays(1), EndsAt = now.AddDays(2) });
            db.PendingPhoneChanges.Add(new() { MemberId = id, PhoneCipher = [1], PhoneHash = [1], ProvenAt = now, TakesEffectAt = now.AddDays(1) });
            return await db.SaveChangesAsync();
        });
        var returner = await Returner.AtNewPasswordAsync(Site, person);
        await Site.ChangeAsync(person, row => row.SuspendedAt = TestSite.Start);
        Assert.True(await member.Visitor.IsSignedInAsync());
        var now = Site.Clock.GetUtcNow();
        Assert.Equal("/recovery/done", (await returner.SetPasswordAsync(NewOne)).Path);

        Assert.False(await member.Visitor.IsSignedInAsync());
        var row = await Site.AccountAsync(person);
        Assert.Equal((now, now, now, null), (row.PasswordChangedAt, row.RecoveredAt, row.PhoneProvenAt, row.FrozenAt));
        Assert.NotNull(row.SuspendedAt);
        Assert.Equal(before.PhoneHash, row.PhoneHash);
        Assert.Equal((0, 0, 0, 0), await Site.LookAsync(async db => (
            await db.MemberSessions.CountAsync(one => one.MemberId == row.Id && one.EndedAt == null),
            await db.KnownBrowsers.CountAsync(one => one.MemberId == row.Id),
            await db.RecoveryWaits.CountAsync(one => one.MemberId == row.Id),
            await db.PendingPhoneChanges.CountAsync(one => one.MemberId == row.Id))));
        AuditAct[] acts = [AuditAct.RecoveryProven, AuditAct.Recovered, AuditAct.SessionEnded, AuditAct.BrowserForgotten, AuditAct.PhoneChangeCancelled];
        foreach (var act in acts)
            Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.MemberId == row.Id && entry.Act == act)));
    }

    [Fact]
    public async Task Every_address_on_file_is_told_with_a_link_that_works()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (person, email) = (member.Person, AccountFacts.NewEmail());
        await Site.GiveEmailAsync(person, email);
        var returner = await Returner.AtNewPasswordAsync(Site, person);
        Assert.Empty(await Site.NoticesAsync(person.Phone));
        await returner.SetPasswordAsync(NewOne);
        var sms = Assert.Single(await Site.NoticesAsync(person.Phone));
        var mail = Assert.Single(await Site.MailsAsync(email));
        Assert.Equal(MessageKind.Notice, mail.Kind);
        Assert.Equal(AccountFacts.LinkIn(sms.Text), AccountFacts.LinkIn(mail.Text));
        var page = await Site.NewVisitor().GetAsync(AccountFacts.LinkIn(sms.Text));
        Assert.Contains(SiteTexts.Of<NoticeTexts>(Site, "th", "Happened.Recovered"), page.Body, StringComparison.Ordinal);
        foreach (var text in (string[])[sms.Text, mail.Text])
        {
            Assert.DoesNotContain(person.NationalId, text, StringComparison.Ordinal);
            Assert.DoesNotContain(NewOne, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_frozen_account_thaws_and_a_disabled_password_opens_again()
    {
        var member = await Newcomer.MemberAsync(Site);
        var row = await Site.AccountAsync(member.Person);
        var attempts = new Rules.Members.SignInAttempts(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), 100, TimeSpan.FromDays(1));
        var network = Site.Service<LookupHash>().Of(IPAddress.Loopback);
        await using (var scope = Site.Service<IServiceScopeFactory>().CreateAsyncScope())
        {
            var counters = scope.ServiceProvider.GetRequiredService<SignInCounters>();
            var hash = row.NationalIdHash ?? [];
            for (var i = 0; i < 100; i++) await counters.CountAsync(attempts, hash, [(byte)i], null, Site.Clock.GetUtcNow());
            for (var i = 0; i < 5; i++) await counters.CountAsync(attempts, hash, network, null, Site.Clock.GetUtcNow());
            Assert.True(await counters.IsDisabledAsync(attempts, hash));
            var returner = await Returner.AtNewPasswordAsync(Site, member.Person);
            await returner.SetPasswordAsync(NewOne);
            Assert.False(await counters.IsDisabledAsync(attempts, hash));
            Assert.Null((await counters.CountAsync(attempts, hash, network, null, Site.Clock.GetUtcNow())).OpensAt);
        }
    }

    [Fact]
    public async Task Wrong_passwords_are_told_as_at_the_sign_up_and_the_step_stays()
    {
        var member = await Newcomer.MemberAsync(Site);
        var returner = await Returner.AtNewPasswordAsync(Site, member.Person);
        async Task<Reply> TypeAsync(string one, string? two = null) => await returner.Visitor.SubmitAndFollowAsync(
            "/recovery/new-password", ("Password", one), ("ConfirmPassword", two ?? one));
        Assert.Equal(["Password", "ConfirmPassword"], (await TypeAsync("")).FieldsInError);
        Assert.Equal(SignUpText("PasswordFlaw.Office.TooShort"), (await TypeAsync("Ab12")).ErrorOf("Password"));
        Assert.Equal(SignUpText("PasswordFlaw.Common"), (await TypeAsync("password1")).ErrorOf("Password"));
        Assert.Equal(SignUpText("PasswordFlaw.OwnPhone"), (await TypeAsync(member.Person.Phone)).ErrorOf("Password"));
        Assert.Equal(SignUpText("PasswordFlaw.OwnNationalId"), (await TypeAsync(member.Person.NationalId)).ErrorOf("Password"));
        Assert.Equal(SignUpText("ConfirmPasswordFlaw.NotTheSame"), (await TypeAsync(NewOne, NewOne + "x")).ErrorOf("ConfirmPassword"));
        Assert.DoesNotContain(NewOne, returner.Visitor.Page?.Body, StringComparison.Ordinal);
        Assert.True(await member.Visitor.IsSignedInAsync());
        Assert.Equal("/recovery/done", (await returner.SetPasswordAsync(NewOne)).Path);
    }

    [Fact]
    public async Task A_full_gate_says_so_and_keeps_the_step()
    {
        await using var site = new TestSite(shared.Kind, FullGate.Smallest);
        var member = await Newcomer.MemberAsync(site);
        var returner = await Returner.AtNewPasswordAsync(site, member.Person);
        await using var gate = FullGate.Of(site);
        var busy = await returner.SetPasswordAsync(NewOne);
        await gate.OpenAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "/recovery/new-password"), (busy.Status, busy.Path));
        Assert.True(busy.Headers.ContainsKey("Retry-After"));
        Assert.Contains(SiteTexts.Of<RecoveryTexts>(site, "th", "NewPasswordVerdict.Busy"), busy.Body, StringComparison.Ordinal);
        Assert.Equal("/recovery/done", (await returner.SetPasswordAsync(NewOne)).Path);
    }

    private string SignUpText(string key) => SiteTexts.Of<SignUpTexts>(Site, "th", key);
}

/// <inheritdoc/>
public sealed class RecoveryTestsOnSqlite(SqliteSite shared) : RecoveryTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class RecoveryTestsOnPostgres(PostgresSite shared) : RecoveryTests(shared), IClassFixture<PostgresSite>;
