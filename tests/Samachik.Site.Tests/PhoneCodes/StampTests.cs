using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Tests.Recovery;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>A form sends one code: copied, forged, of another browser or too old, it sends nothing and breaks nothing.</summary>
public abstract class StampTests(SharedSite shared)
{
    private static readonly string[] Bad = ["none", "empty", "forged", "long", "of another browser", "of another page"];

    private TestSite Site => shared.Site;

    public static TheoryData<string> Forms =>
    [
        "/sign-up/details", "/sign-up/phone-code?handler=Resend", "/sign-in", "/sign-in/code?handler=Resend", "/recovery",
        "/recovery/code?handler=Resend", "/account/phone", "/account/phone/code?handler=Resend", "/account/email",
        "/account/email/code?handler=Resend",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_copied_request_sends_nothing(string action)
    {
        var (visitor, typed) = await AtAsync(action);
        var form = await FormAsync(visitor, action, typed);
        var before = await SentAsync();
        Assert.Equal(HttpStatusCode.Found, (await visitor.PostAsync(action, form)).Status);
        Assert.Equal(1, await SinceAsync(before));
        for (var i = 0; i < 3; i++)
        {
            Site.Clock.Advance(TimeSpan.FromSeconds(61));
            Assert.True((int)(await visitor.PostAsync(action, form)).Status < 400);
        }

        Assert.Equal(1, await SinceAsync(before));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_without_a_good_stamp_sends_nothing_until_it_is_pressed_again(string action)
    {
        var (visitor, typed) = await AtAsync(action);
        var stamps = new List<(string Bad, string? Stamp)>();
        foreach (var bad in Bad) stamps.Add((bad, await BadStampAsync(bad)));
        var before = await SentAsync();
        foreach (var (bad, stamp) in stamps)
        {
            await visitor.GetAsync(action.Split('?')[0]);
            var reply = await visitor.PostAsync(action, [.. await FormAsync(visitor, action, typed, withStamp: false), (FormStamps.Field, stamp)]);
            Assert.True((int)reply.Status < 400, $"{bad}: {reply.Status}");
            if (!action.Contains("Resend", StringComparison.Ordinal)) Assert.Equal((bad, 1), (bad, reply.FieldsInError.Count));
        }

        Assert.Equal(0, await SinceAsync(before));
        await visitor.GetAsync(action.Split('?')[0]);
        Assert.Equal(HttpStatusCode.Found, (await visitor.PostAsync(action, await FormAsync(visitor, action, typed))).Status);
        Assert.Equal(1, await SinceAsync(before));
    }

    [Theory]
    [InlineData("/sign-in", "/sign-in/code")]
    [InlineData("/recovery", "/recovery/code")]
    [InlineData("/account/phone", "/account/phone/code")]
    [InlineData("/account/email", "/account/email/code")]
    public async Task A_double_click_leads_on_to_the_one_code_that_was_sent(string action, string next)
    {
        var (visitor, typed) = await AtAsync(action);
        var form = await FormAsync(visitor, action, typed);
        var before = await SentAsync();
        var presses = Enumerable.Range(0, 3).Select(_ => visitor.Copy()).ToList();
        var replies = await Task.WhenAll(presses.Select(press => press.PostAsync(action, form)));
        Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Found, next), (reply.Status, reply.Location)));
        Assert.Equal(1, await SinceAsync(before));
        var pages = new List<Reply>();
        foreach (var press in presses) pages.Add(await press.OpenAsync(next));
        Assert.Single(pages.Select(page => page.Reference).Distinct());
        Assert.NotNull(pages[0].Reference);
    }

    [Fact]
    public async Task Other_details_with_a_used_stamp_are_asked_for_again_and_not_lost()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var form = await FormAsync(newcomer.Visitor, "/sign-up/details", newcomer.Person.Fields);
        await newcomer.Visitor.PostAsync("/sign-up/details", form);
        var other = Person.New().Phone;
        var page = await newcomer.Visitor.PostAsync("/sign-up/details", [.. form.Where(field => field.Name != "Phone"), ("Phone", other)]);
        Assert.Equal((HttpStatusCode.OK, other), (page.Status, page.Shown("Phone")));
        Assert.Null(page.Shown("Password"));
        Assert.Equal(SiteTexts.Of<Texts.SignUpTexts>(Site, "th", "DetailsVerdict.PressedBefore"), page.ErrorOf("Password"));
        Assert.Empty(await Site.InboxAsync(other));
        await newcomer.Visitor.SubmitAndFollowAsync(
            "/sign-up/details", ("Password", newcomer.Person.Password), ("ConfirmPassword", newcomer.Person.Password));
        await Eventually.TrueAsync(async () => (await Site.InboxAsync(other)).Count == 1, "the code to the other number");
    }

    [Fact]
    public async Task A_stamp_of_two_hours_ago_is_none()
    {
        var visitor = Site.NewVisitor();
        var form = await FormAsync(visitor, "/recovery", [("NationalId", Person.New().NationalId)]);
        Site.Clock.Leap(TimeSpan.FromHours(2));
        var before = await SentAsync();
        Assert.NotNull((await visitor.PostAsync("/recovery", form)).ErrorOf("NationalId"));
        Assert.Equal(0, await SinceAsync(before));
    }

    private static async Task<(string Name, string? Value)[]> FormAsync(
        Visitor visitor, string action, (string Name, string? Value)[] typed, bool withStamp = true)
    {
        var hidden = await visitor.HiddenAsync(action);
        Assert.Single(hidden, field => field.Name == FormStamps.Field);
        return [.. hidden.Where(field => withStamp || field.Name != FormStamps.Field), .. typed];
    }

    private async Task<string?> BadStampAsync(string bad) => bad switch
    {
        "none" => null,
        "empty" => "",
        "forged" => "CfDJ8" + new string('A', 200),
        "long" => new string('A', 5000),
        "of another browser" => (await Site.NewVisitor().HiddenAsync("/recovery")).Single(field => field.Name == FormStamps.Field).Value,
        _ => (await (await Newcomer.AtCodeAsync(Site)).Visitor.HiddenAsync("/sign-up/phone-code")).Single(field => field.Name == FormStamps.Field).Value,
    };

    // A browser with the page of a form before it, and what its person types there.
    private async Task<(Visitor Visitor, (string Name, string? Value)[] Typed)> AtAsync(string action)
    {
        var path = action.Split('?')[0];
        var isResend = path != action;
        if (path == "/sign-up/details")
        {
            var newcomer = await Newcomer.AtDetailsAsync(Site);
            return (newcomer.Visitor, newcomer.Person.Fields);
        }

        if (path == "/sign-up/phone-code") return await ReadyAsync((await Newcomer.AtCodeAsync(Site)).Visitor, path);
        var known = await Newcomer.MemberAsync(Site);
        Site.Clock.Advance(TimeSpan.FromSeconds(61));
        switch (path)
        {
            case "/sign-in" or "/sign-in/code":
                var member = new Member(Site, known.Person);
                if (isResend) await member.AskForCodeAsync();
                else await member.Visitor.GetAsync(path);
                return isResend ? await ReadyAsync(member.Visitor, path)
                    : (member.Visitor, [("NationalId", known.Person.NationalId), ("Password", known.Person.Password)]);
            case "/recovery" or "/recovery/code":
                var returner = new Returner(Site, known.Person);
                if (isResend) await returner.StartAsync();
                else await returner.Visitor.GetAsync(path);
                return isResend ? await ReadyAsync(returner.Visitor, path) : (returner.Visitor, [("NationalId", known.Person.NationalId)]);
            default:
                var isPhone = path.StartsWith("/account/phone", StringComparison.Ordinal);
                (string, string?) typed = isPhone ? ("Phone", Person.New().Phone) : ("Email", $"a{Guid.NewGuid():N}@example.com");
                if (!isResend) return await ReadyAsync(known.Visitor, path, typed);
                await known.Visitor.SubmitAndFollowAsync(isPhone ? "/account/phone" : "/account/email", typed);
                return await ReadyAsync(known.Visitor, path);
        }
    }

    private async Task<(Visitor, (string, string?)[])> ReadyAsync(Visitor visitor, string path, params (string, string?)[] typed)
    {
        Site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(path, (await visitor.OpenAsync(path)).Path);
        return (visitor, typed);
    }

    private Task<List<Guid>> SentAsync() => Site.LookAsync(db => db.CodeChallenges.Select(row => row.Id).ToListAsync());

    // By their ids: the housekeeping removes some meanwhile, for the clock is moved on.
    private async Task<int> SinceAsync(List<Guid> before) => (await SentAsync()).Except(before).Count();
}

/// <inheritdoc/>
public sealed class StampTestsOnSqlite(SqliteSite shared) : StampTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StampTestsOnPostgres(PostgresSite shared) : StampTests(shared), IClassFixture<PostgresSite>;
