using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Features.MyAccount;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>Closing an account: asked for, taken back in time or not, closed for good, erased.</summary>
public abstract class CloseTests(DatabaseKind kind)
{
    private static readonly TimeSpan TakenBackWithin = TimeSpan.FromDays(30), ErasedAfter = TimeSpan.FromDays(90);

    [Fact]
    public async Task Asking_ends_every_session_forgets_every_browser_and_tells_the_phone()
    {
        await using var site = new TestSite(kind);
        var member = await Newcomer.MemberAsync(site);
        var elsewhere = await member.ElsewhereAsync();
        await member.RememberAsync();
        var cookie = member.Visitor.Cookies[MemberAtHome.SessionCookie];
        await member.Visitor.OpenAsync("/account/close");
        var missing = await member.Visitor.SubmitAsync("/account/close");
        Assert.Equal(SiteTexts.Of<MyAccountTexts>(site, "th", "Close.Missing"), missing.ErrorOf("CloseAccount"));
        Assert.Null((await member.RowAsync()).ClosingAt);

        var asked = await member.Visitor.SubmitAsync("/account/close", ("CloseAccount", "true"));
        Assert.Equal("/account/close/asked", asked.Location);
        Assert.Contains("\"storage\"", asked.Headers["Clear-Site-Data"], StringComparison.Ordinal);
        Assert.DoesNotContain(MemberAtHome.SessionCookie, member.Visitor.Cookies.Keys);
        Assert.Equal(HttpStatusCode.OK, (await member.Visitor.OpenAsync("/account/close/asked")).Status);
        var row = await member.RowAsync();
        Assert.Equal(site.Clock.GetUtcNow(), row.ClosingAt);
        Assert.Contains(AuditAct.ClosingAsked, await member.ActsAsync());
        await site.NoticeAsync(member.Person.Phone, AuditAct.ClosingAsked);
        Assert.Equal(0, await site.LookAsync(db => db.KnownBrowsers.CountAsync()));

        Assert.False(await elsewhere.IsSignedInAsync());
        member.Visitor.Cookies[MemberAtHome.SessionCookie] = cookie;
        Assert.False(await member.Visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task After_thirty_days_it_is_closed_for_good_and_the_ID_number_is_free()
    {
        await using var site = new TestSite(kind);
        var (member, id) = await ClosingAsync(site);
        await DoDueAfterAsync(site, TakenBackWithin - TimeSpan.FromSeconds(1));
        Assert.Null((await member.RowAsync()).ClosedAt);
        await DoDueAfterAsync(site, TimeSpan.FromSeconds(1));

        var row = await site.LookAsync(db => db.Members.AsNoTracking().SingleAsync(closed => closed.Id == id));
        Assert.Equal(site.Clock.GetUtcNow(), row.ClosedAt);
        Assert.Null(row.NationalIdHash);
        var entry = await site.LookAsync(db => db.AuditEntries.AsNoTracking().Where(act => act.MemberId == id).OrderBy(act => act.Id).LastAsync());
        Assert.Equal((AuditAct.Closed, AuditActor.Site), (entry.Act, entry.Actor));
        await site.NoticeAsync(member.Person.Phone, AuditAct.Closed);
        Assert.Equal(0, await site.LookAsync(db => db.MemberSessions.CountAsync(session => session.MemberId == id)));
        Assert.Equal(0, await site.LookAsync(db => db.MemberJourneys.CountAsync()));
        Assert.Equal(AuditAct.Closed, (await site.LookAsync(db => db.Disavowals.AsNoTracking().SingleAsync())).Act);

        // Signed up again, by the same person or whoever the number belongs to.
        var again = await Newcomer.MemberAsync(site, member.Person);
        Assert.NotEqual(id, await again.IdAsync());
        await DoDueAfterAsync(site, TimeSpan.Zero);
        Assert.Equal(1, await site.CountNoticesAsync(member.Person.Phone, AuditAct.Closed));
    }

    [Fact]
    public async Task Ninety_days_later_everything_is_erased_and_the_trail_stays()
    {
        await using var place = new TestPlace(kind);
        DateTimeOffset closed;
        Guid id;
        Newcomer other;
        await using (var site = new TestSite(place))
        {
            (_, id) = await ClosingAsync(site);
            other = await Newcomer.MemberAsync(site);
            await DoDueAfterAsync(site, TakenBackWithin);
            closed = site.Clock.GetUtcNow();
            await DoDueAfterAsync(site, ErasedAfter - TimeSpan.FromSeconds(1));
            Assert.Equal(2, await site.LookAsync(db => db.Members.CountAsync()));
        }

        await using var later = new TestSite(place) { Clock = new(closed + ErasedAfter + TimeSpan.FromMinutes(10)) };
        await DoDueAfterAsync(later, TimeSpan.Zero);
        Assert.Empty(later.Log.Errors);
        Assert.False(await later.LookAsync(db => db.Members.AnyAsync(row => row.Id == id)));
        Assert.False(await later.LookAsync(db => db.Acceptances.AnyAsync(row => row.MemberId == id)));
        Assert.False(await later.LookAsync(db => db.Disavowals.AnyAsync(row => row.MemberId == id)));
        var acts = await later.LookAsync(db => db.AuditEntries.AsNoTracking().Where(row => row.MemberId == id).OrderBy(row => row.Id).Select(row => row.Act).ToListAsync());
        Assert.Equal((AuditAct.SignedUp, AuditAct.Erased), (acts[0], acts[^1]));
        Assert.NotNull(await other.Person.MemberAsync(later));
        await DoDueAfterAsync(later, TimeSpan.Zero);
        Assert.Equal(acts.Count, await later.LookAsync(db => db.AuditEntries.CountAsync(row => row.MemberId == id)));
    }

    [Fact]
    public async Task Taken_back_in_a_session_the_account_stays()
    {
        await using var site = new TestSite(kind);
        var (member, _) = await ClosingAsync(site);
        var back = new Newcomer(site, member.Person, await member.ElsewhereAsync());
        Assert.NotNull((await back.Visitor.OpenAsync("/account")).Document.GetElementById("warning-closing"));
        Assert.NotNull((await back.Visitor.OpenAsync("/account/close")).Document.GetElementById("closing"));
        Assert.Equal("/account?done=closing-taken-back", (await back.Visitor.SubmitAsync("/account/close?handler=TakeBack")).Location);
        Assert.Equal(AuditAct.ClosingTakenBack, (await member.ActsAsync())[^1]);
        await DoDueAfterAsync(site, TakenBackWithin);
        Assert.Null((await member.RowAsync()).ClosedAt);
    }

    [Fact]
    public async Task Taken_back_at_the_very_instant_it_is_either_closed_or_kept_never_half()
    {
        await using var site = new TestSite(kind);
        for (var round = 0; round < 5; round++)
        {
            var (member, id) = await ClosingAsync(site);
            Pass(site, TakenBackWithin - TimeSpan.FromMinutes(1));
            var back = new Newcomer(site, member.Person, await member.ElsewhereAsync());
            await back.Visitor.OpenAsync("/account/close");
            var token = await back.Visitor.TokenAsync("/account/close?handler=TakeBack");
            Pass(site, TimeSpan.FromMinutes(1));
            var taking = back.Visitor.PostAsync("/account/close?handler=TakeBack", ("__RequestVerificationToken", token));
            var closing = site.Hosted<DueChanges>().DoDueAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(taking, closing);
            var row = await site.LookAsync(db => db.Members.AsNoTracking().SingleAsync(found => found.Id == id));
            Assert.Equal(row.ClosedAt is null, row.NationalIdHash is not null);
            if (row.ClosingAt is null) Assert.Null(row.ClosedAt);
            Assert.DoesNotContain(site.Log.Errors, line => line.Contains("Due", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task One_account_that_cannot_be_read_holds_up_no_other()
    {
        await using var site = new TestSite(kind);
        var (_, broken) = await ClosingAsync(site);
        await site.LookAsync(db => db.Members.Where(row => row.Id == broken).ExecuteUpdateAsync(set => set.SetProperty(row => row.PhoneCipher, new byte[] { 1 })));
        var (_, id) = await ClosingAsync(site);
        await DoDueAfterAsync(site, TakenBackWithin);
        Assert.NotNull((await site.LookAsync(db => db.Members.AsNoTracking().SingleAsync(row => row.Id == id))).ClosedAt);
        Assert.Null((await site.LookAsync(db => db.Members.AsNoTracking().SingleAsync(row => row.Id == broken))).ClosedAt);
        Assert.Contains(site.Log.Errors, line => line.Contains($"{broken}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_goes_round_by_itself()
    {
        await using var site = new TestSite(kind);
        var (_, id) = await ClosingAsync(site);
        Pass(site, TakenBackWithin);
        await Eventually.TrueAsync(
            () =>
            {
                site.Clock.Advance(TimeSpan.FromMinutes(1));
                return site.LookAsync(db => db.Members.AnyAsync(row => row.Id == id && row.ClosedAt != null));
            },
            "the closing");
    }

    private static async Task<(Newcomer Member, Guid Id)> ClosingAsync(TestSite site)
    {
        var member = await Newcomer.MemberAsync(site);
        var id = await member.IdAsync();
        await member.Visitor.OpenAsync("/account/phone");
        await member.Visitor.SubmitAsync("/account/phone", ("Phone", Person.New().Phone));
        await member.Visitor.OpenAsync("/account/close");
        Assert.Equal("/account/close/asked", (await member.Visitor.SubmitAsync("/account/close", ("CloseAccount", "true"))).Location);
        return (member, id);
    }

    // Without going round once for every minute of it.
    private static void Pass(TestSite site, TimeSpan wait) => site.Clock.AdjustTime(site.Clock.GetUtcNow() + wait);

    private static async Task DoDueAfterAsync(TestSite site, TimeSpan wait)
    {
        Pass(site, wait);
        await site.Hosted<DueChanges>().DoDueAsync(TestContext.Current.CancellationToken);
    }
}

/// <inheritdoc/>
public sealed class CloseTestsOnSqlite() : CloseTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class CloseTestsOnPostgres() : CloseTests(DatabaseKind.Postgres);
