using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests;

/// <summary>A person at a browser, on the way through the sign-up.</summary>
public sealed class Newcomer
{
    /// <summary>Somebody with a browser of their own who has not yet begun.</summary>
    public Newcomer(TestSite site, Person? person = null, Visitor? visitor = null)
    {
        Site = site;
        Person = person ?? Person.New();
        Visitor = visitor ?? site.NewVisitor();
    }

    /// <summary>The site they are on.</summary>
    public TestSite Site { get; }

    /// <summary>Who they are.</summary>
    public Person Person { get; }

    /// <summary>Their browser.</summary>
    public Visitor Visitor { get; }

    /// <summary>Somebody who has accepted both documents.</summary>
    public static async Task<Newcomer> AtDetailsAsync(TestSite site, Person? person = null)
    {
        var newcomer = new Newcomer(site, person);
        Assert.Equal("/sign-up/details", (await newcomer.AgreeAsync()).Path);
        return newcomer;
    }

    /// <summary>Somebody who has given their details and has the code page before them.</summary>
    public static async Task<Newcomer> AtCodeAsync(TestSite site, Person? person = null)
    {
        var newcomer = await AtDetailsAsync(site, person);
        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync()).Path);
        return newcomer;
    }

    /// <summary>Somebody who has just become a member and is signed in.</summary>
    public static async Task<Newcomer> MemberAsync(TestSite site, Person? person = null)
    {
        var newcomer = await AtCodeAsync(site, person);
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        return newcomer;
    }

    /// <summary>Step 1.</summary>
    public Task<Reply> AgreeAsync() =>
        Visitor.SubmitAndFollowAsync("/sign-up/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));

    /// <summary>Step 2, with some fields otherwise than the person's own.</summary>
    public async Task<Reply> GiveDetailsAsync(params (string Name, string? Value)[] changed)
    {
        await Visitor.GetAsync("/sign-up/details");
        return await Visitor.SubmitAndFollowAsync(
            "/sign-up/details", [.. Person.Fields.Where(field => changed.All(other => other.Name != field.Name)), .. changed]);
    }

    /// <summary>The code that belongs to the reference on the page.</summary>
    public async Task<string> CodeAsync()
    {
        var page = Visitor.Page;
        if (page?.Reference is null) page = await Visitor.OpenAsync("/sign-up/phone-code");
        Assert.NotNull(page.Reference);
        return (await Site.SmsAsync(Person.Phone, page.Reference)).Code ?? "";
    }

    /// <summary>What is on file of that code, found by the phone too: of all the references of one site two may be the same.</summary>
    public Task<CodeChallengeRow> ChallengeAsync()
    {
        var (reference, phone) = (Visitor.Page?.Reference, Site.Service<LookupHash>().Of(NotMe.Told.Number(Person.Phone)));
        return Site.LookAsync(db => db.CodeChallenges.AsNoTracking().SingleAsync(row => row.Reference == reference && row.AddressHash == phone));
    }

    /// <summary>Step 3: types a code.</summary>
    public Task<Reply> TypeCodeAsync(string code) => Visitor.SubmitAndFollowAsync("/sign-up/phone-code", ("Code", code));

    /// <summary>Step 3: types a code that is certainly wrong.</summary>
    public async Task<Reply> TypeWrongCodeAsync()
    {
        var sent = (await Site.InboxAsync(Person.Phone)).Select(sms => sms.Code).ToHashSet();
        return await TypeCodeAsync(Enumerable.Range(100_000, 100).Select(code => $"{code}").First(code => !sent.Contains(code)));
    }

    /// <summary>Step 3: types the right code.</summary>
    public async Task<Reply> ProvePhoneAsync() => await TypeCodeAsync(await CodeAsync());

    /// <summary>Asks for another code.</summary>
    public async Task<Reply> ResendAsync()
    {
        await Visitor.GetAsync("/sign-up/phone-code");
        return await Visitor.SubmitAndFollowAsync("/sign-up/phone-code?handler=Resend");
    }
}
