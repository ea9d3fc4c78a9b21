using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests;

/// <summary>A member at a browser, who signs in with ID number and password and, where it is asked for, a code by SMS.</summary>
public sealed class Member(TestSite site, Person person, Visitor? visitor = null)
{
    /// <summary>The cookie of a session.</summary>
    public const string SessionCookie = "samachik-session";

    /// <summary>The cookie of a remembered browser.</summary>
    public const string BrowserCookie = "samachik-browser";

    /// <summary>The cookie of a sign-in under way.</summary>
    public const string JourneyCookie = "samachik-sign-in";

    /// <summary>The site they are on.</summary>
    public TestSite Site => site;

    /// <summary>Who they are.</summary>
    public Person Person => person;

    /// <summary>Their browser.</summary>
    public Visitor Visitor { get; } = visitor ?? site.NewVisitor();

    /// <summary>Whether this browser has a session that lives.</summary>
    public Task<bool> IsSignedInAsync() => IsSignedInAsync(Visitor);

    /// <summary>Somebody who signed up a while ago, at a browser that is not known and not signed in.</summary>
    public static async Task<Member> NewAsync(TestSite site, Person? person = null, string? from = null)
    {
        var newcomer = await Newcomer.MemberAsync(site, person);
        return new(site, newcomer.Person, new Visitor(site) { From = from });
    }

    /// <summary>Somebody who is signed in, by both steps.</summary>
    public static async Task<Member> SignedInAsync(TestSite site, bool remember = false)
    {
        var member = await NewAsync(site);
        await member.SignInAsync(remember);
        return member;
    }

    /// <summary>The same person at another browser that has never been here.</summary>
    public Member Elsewhere(string? from = null) => new(site, person, new Visitor(site) { From = from });

    /// <summary>The same person with the same browser, at another node or after a restart.</summary>
    public Member On(TestSite node)
    {
        return new Member(node, person, Visitor.Copy(node));
    }

    /// <summary>First step: types ID number and password; the reply is not followed.</summary>
    public async Task<Reply> GiveCredentialsAsync(string? password = null, string? returnUrl = null)
    {
        await Visitor.GetAsync(returnUrl is null ? "/sign-in" : $"/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}");
        return await Visitor.SubmitAsync("/sign-in", ("NationalId", person.NationalId), ("Password", password ?? person.Password));
    }

    /// <summary>First step, right, on a browser that is not known: the code page is before them.</summary>
    public async Task<Reply> AskForCodeAsync(string? returnUrl = null)
    {
        var reply = await GiveCredentialsAsync(returnUrl: returnUrl);
        Assert.Equal("/sign-in/code", reply.Location);
        return await Visitor.OpenAsync("/sign-in/code");
    }

    /// <summary>The code that belongs to the reference on the page.</summary>
    public async Task<string> CodeAsync()
    {
        var page = Visitor.Page;
        if (page?.Reference is null) page = await Visitor.OpenAsync("/sign-in/code");
        Assert.NotNull(page.Reference);
        return (await site.SmsAsync(person.Phone, page.Reference)).Code ?? "";
    }

    /// <summary>Second step: types a code; the reply is not followed.</summary>
    public Task<Reply> TypeCodeAsync(string code, bool remember = false) =>
        Visitor.SubmitAsync("/sign-in/code", ("Code", code), ("RememberBrowser", remember ? "true" : null));

    /// <summary>Second step: types a code that is certainly wrong.</summary>
    public async Task<Reply> TypeWrongCodeAsync()
    {
        var sent = (await site.InboxAsync(person.Phone)).Select(sms => sms.Code).ToHashSet();
        return await TypeCodeAsync(Enumerable.Range(100_000, 100).Select(code => $"{code}").First(code => !sent.Contains(code)));
    }

    /// <summary>Both steps, or the first alone where the browser is known, to wherever that leads; the reply is not followed.</summary>
    public async Task<Reply> GoThroughAsync(bool remember = false, string? returnUrl = null)
    {
        var reply = await GiveCredentialsAsync(returnUrl: returnUrl);
        if (reply.Location != "/sign-in/code") return reply;
        await Visitor.OpenAsync("/sign-in/code");
        return await TypeCodeAsync(await CodeAsync(), remember);
    }

    /// <summary>Signs in, with the second step where it is asked for.</summary>
    public async Task<Reply> SignInAsync(bool remember = false, string? returnUrl = null)
    {
        var reply = await GoThroughAsync(remember, returnUrl);
        Assert.True(Visitor.Cookies.ContainsKey(SessionCookie), $"{reply.Path} led to {reply.Location} and to no session.");
        return reply;
    }

    /// <summary>Signs out.</summary>
    public async Task SignOutAsync()
    {
        await Visitor.OpenAsync("/");
        Assert.Equal("/", (await Visitor.SubmitAsync("/sign-out")).Location);
    }

    /// <summary>The account.</summary>
    public async Task<MemberRow> RowAsync() => await person.MemberAsync(site) ?? throw new InvalidOperationException("There is no account.");

    /// <summary>Brings the account, in the database, into a state that no page brings about.</summary>
    public async Task ChangeAsync(Action<MemberRow> change)
    {
        var id = (await RowAsync()).Id;
        await site.LookAsync(async db =>
        {
            var row = await db.Members.SingleAsync(member => member.Id == id);
            change(row);
            row.Version = Guid.NewGuid();
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>The sessions of the member, oldest first.</summary>
    public async Task<IReadOnlyList<MemberSessionRow>> SessionsAsync()
    {
        var id = (await RowAsync()).Id;
        return await site.LookAsync(db => db.MemberSessions.AsNoTracking().Where(row => row.MemberId == id).OrderBy(row => row.StartedAt).ToListAsync());
    }

    /// <summary>Whether a browser has a session that lives.</summary>
    public static async Task<bool> IsSignedInAsync(Visitor visitor) =>
        (await visitor.GetAsync("/")).Document.QuerySelector("form[action='/sign-out']") is not null;
}
