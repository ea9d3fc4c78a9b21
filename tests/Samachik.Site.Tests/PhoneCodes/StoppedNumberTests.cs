using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Notices;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Tests.Recovery;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>A number that a member says is not theirs gets no more codes.</summary>
public abstract class StoppedNumberTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task The_number_of_a_change_undone_is_stopped_and_the_owners_never_is()
    {
        var (member, other) = (await Newcomer.MemberAsync(Site), Person.New().Phone);
        var old = Told.Number(member.Person.Phone);
        var link = await Told.LinkOfAsync(
            Site, member.Person, AuditAct.PhoneChanged, (row, data) => data.SetPhone(row, Told.Number(other), Site.Clock.GetUtcNow()), new Before(Phone: old));
        await Site.NewVisitor().SubmitAndFollowAsync(link);
        Assert.Equal((true, false), (await IsStoppedAsync(other), await IsStoppedAsync(member.Person.Phone)));

        // The thief's number has a link too: it takes the owner's off the account, but does not silence it.
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Site.NewVisitor().SubmitAndFollowAsync(AccountFacts.LinkIn((await Site.NoticesAsync(other))[0].Text));
        Assert.Equal(Told.Number(other), await Told.PhoneOnFileAsync(Site, member.Person));
        Assert.False(await IsStoppedAsync(member.Person.Phone));
    }

    [Fact]
    public async Task Signing_up_with_a_stopped_number_says_so_and_another_number_goes_on()
    {
        var phone = await StoppedAsync();
        var newcomer = await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = phone });
        AssertStopped(newcomer.Visitor.Page);
        Assert.Empty(await Site.InboxAsync(phone));
        Assert.NotNull((await newcomer.GiveDetailsAsync(("Phone", Person.New().Phone))).Reference);
    }

    [Fact]
    public async Task After_its_time_it_gets_codes_again()
    {
        var phone = await StoppedAsync();
        var hash = HashOf(phone);
        await Site.LookAsync(db => db.StoppedNumbers.Where(row => row.PhoneHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.At, Site.Clock.GetUtcNow() - TimeSpan.FromDays(180))));
        Assert.NotNull((await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = phone })).Visitor.Page?.Reference);
    }

    [Fact]
    public async Task A_change_to_a_stopped_number_says_so()
    {
        var phone = await StoppedAsync();
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/account/phone");
        AssertStopped(await member.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", phone)));
        Assert.Empty(await Site.InboxAsync(phone));
    }

    [Fact]
    public async Task A_recovery_of_who_has_a_stopped_number_looks_like_any_other_and_sends_nothing()
    {
        var member = await Newcomer.MemberAsync(Site);
        await StopAsync(member.Person.Phone);
        var before = (await Site.InboxAsync(member.Person.Phone)).Count;
        Assert.NotNull((await Returner.AtCodeAsync(Site, member.Person)).Visitor.Page?.Reference);
        await Eventually.TrueAsync(
            () => Site.LookAsync(async db => !await db.OutgoingMessages.AnyAsync(row => row.State == MessageState.Waiting)), "the queue to be empty");
        Assert.Equal(before, await Site.ArrivedAsync(member.Person.Phone, before));

        // The phone on file is proven: its member still signs in.
        await new Member(Site, member.Person).SignInAsync();
    }

    private void AssertStopped(Reply? page) => Assert.Contains(
        SiteTexts.Of<PhoneCodeTexts>(Site, "th", "SendAxis.Stopped", "", "1506"),
        page?.Document.GetElementById("send-limit")?.TextContent, StringComparison.Ordinal);

    private byte[] HashOf(string phone) => Site.Service<LookupHash>().Of(Told.Number(phone));

    private Task<bool> IsStoppedAsync(string phone)
    {
        var hash = HashOf(phone);
        return Site.LookAsync(db => db.StoppedNumbers.AnyAsync(row => row.PhoneHash == hash));
    }

    private async Task<string> StoppedAsync()
    {
        var phone = Person.New().Phone;
        await StopAsync(phone);
        return phone;
    }

    private Task<int> StopAsync(string phone) => Site.LookAsync(db =>
    {
        db.StoppedNumbers.Add(new StoppedNumberRow { PhoneHash = HashOf(phone), At = Site.Clock.GetUtcNow() });
        return db.SaveChangesAsync();
    });
}

/// <inheritdoc/>
public sealed class StoppedNumberTestsOnSqlite(SqliteSite shared) : StoppedNumberTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StoppedNumberTestsOnPostgres(PostgresSite shared) : StoppedNumberTests(shared), IClassFixture<PostgresSite>;
