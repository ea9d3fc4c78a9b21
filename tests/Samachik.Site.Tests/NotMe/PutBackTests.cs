using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Notices;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.NotMe;

/// <summary>Former addresses come back, later changes go with the one undone, and who is taken off can answer.</summary>
public abstract class PutBackTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task The_number_before_is_back_and_the_one_taken_off_is_told_and_can_answer()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (old, other) = (Told.Number(member.Person.Phone), Person.New().Phone);
        var link = await ChangePhoneAsync(member.Person, old, other);
        await PressAsync(link);
        Assert.Equal(old, await Told.PhoneOnFileAsync(Site, member.Person));
        Assert.NotNull((await Site.AccountAsync(member.Person)).FrozenAt);

        // Who of the two is the owner, a link cannot know.
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await PressAsync(AccountFacts.LinkIn((await Site.NoticesAsync(other))[0].Text));
        Assert.Equal(Told.Number(other), await Told.PhoneOnFileAsync(Site, member.Person));
        await PressAsync(AccountFacts.LinkIn((await Site.NoticesAsync(member.Person.Phone))[0].Text));
        Assert.Equal(old, await Told.PhoneOnFileAsync(Site, member.Person));
        Assert.NotNull((await Site.AccountAsync(member.Person)).FrozenAt);
    }

    [Fact]
    public async Task A_later_change_goes_with_the_first_and_its_link_is_dead()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (first, second) = (Person.New().Phone, Person.New().Phone);
        var linkOfFirst = await ChangePhoneAsync(member.Person, Told.Number(member.Person.Phone), first);
        Site.Clock.Leap(TimeSpan.FromHours(1));
        var linkOfSecond = await ChangePhoneAsync(member.Person, Told.Number(first), second);
        await PressAsync(linkOfFirst);
        Assert.Equal(Told.Number(member.Person.Phone), await Told.PhoneOnFileAsync(Site, member.Person));
        Assert.Null((await Site.NewVisitor().GetAsync(linkOfSecond)).Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_link_of_a_change_asked_for_undoes_it_also_once_it_took_effect()
    {
        var member = await Newcomer.MemberAsync(Site);
        var asked = await Told.LinkOfAsync(Site, member.Person, AuditAct.PhoneChangeAsked);
        Site.Clock.Leap(TimeSpan.FromHours(48));
        await ChangePhoneAsync(member.Person, Told.Number(member.Person.Phone), Person.New().Phone);
        await PressAsync(asked);
        Assert.Equal(Told.Number(member.Person.Phone), await Told.PhoneOnFileAsync(Site, member.Person));
    }

    [Theory]
    [InlineData(AuditAct.EmailChanged, true)]
    [InlineData(AuditAct.EmailChanged, false)]
    [InlineData(AuditAct.EmailRemoved, true)]
    public async Task The_e_mail_address_is_as_it_was_before(AuditAct act, bool hadOne)
    {
        var member = await Newcomer.MemberAsync(Site);
        var (old, other) = (Address(AccountFacts.NewEmail()), Address(AccountFacts.NewEmail()));
        if (hadOne) await Site.GiveEmailAsync(member.Person, old.Text);
        var link = await Told.LinkOfAsync(
            Site, member.Person, act,
            (row, data) => data.SetEmail(row, act == AuditAct.EmailRemoved ? null : other, Site.Clock.GetUtcNow()),
            new Before(Email: hadOne ? old : null));
        await PressAsync(link);
        Assert.Equal(hadOne ? old.Text : null, await Told.EmailOnFileAsync(Site, member.Person));
        Assert.NotNull((await Site.AccountAsync(member.Person)).FrozenAt);
    }

    [Fact]
    public async Task A_wait_that_led_to_a_new_password_is_disavowed_as_a_recovery()
    {
        var member = await Newcomer.MemberAsync(Site);
        var link = await Told.LinkOfAsync(Site, member.Person, AuditAct.RecoveryWaits);
        Site.Clock.Leap(TimeSpan.FromDays(1));
        await Site.ChangeAsync(member.Person, row => row.RecoveredAt = Site.Clock.GetUtcNow());
        await PressAsync(link);
        var row = await Site.AccountAsync(member.Person);
        Assert.NotNull(row.FrozenAt);
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.MemberId == row.Id && entry.Act == AuditAct.Disavowed)));
    }

    private Task<string> ChangePhoneAsync(Person person, ThaiMobileNumber before, string phone) => Told.LinkOfAsync(
        Site, person, AuditAct.PhoneChanged, (row, data) => data.SetPhone(row, Told.Number(phone), Site.Clock.GetUtcNow()),
        new Before(Phone: before), readAt: phone);

    private async Task PressAsync(string link) => Assert.Equal("/not-me/done", (await Site.NewVisitor().SubmitAndFollowAsync(link)).Path);

    private static EmailAddress Address(string typed)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address, out _), "Not an e-mail address.");
        return address;
    }
}

/// <inheritdoc/>
public sealed class PutBackTestsOnSqlite(SqliteSite shared) : PutBackTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class PutBackTestsOnPostgres(PostgresSite shared) : PutBackTests(shared), IClassFixture<PostgresSite>;
