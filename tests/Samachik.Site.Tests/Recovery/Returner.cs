using AngleSharp.Dom;

namespace Samachik.Site.Tests.Recovery;

/// <summary>Somebody at a browser, on the way back to an account.</summary>
public sealed class Returner(TestSite site, Person person, Visitor? visitor = null)
{
    /// <summary>Whose account they want.</summary>
    public Person Person => person;

    /// <summary>Their browser.</summary>
    public Visitor Visitor { get; } = visitor ?? site.NewVisitor();

    /// <summary>Somebody who has typed the ID number and has the code page before them.</summary>
    public static async Task<Returner> AtCodeAsync(TestSite site, Person person, Visitor? visitor = null)
    {
        var returner = new Returner(site, person, visitor);
        Assert.Equal("/recovery/code", (await returner.StartAsync()).Path);
        return returner;
    }

    /// <summary>Somebody who may set a new password: a member of level 1 whose phone is fresh.</summary>
    public static async Task<Returner> AtNewPasswordAsync(TestSite site, Person person)
    {
        var returner = await AtCodeAsync(site, person);
        Assert.Equal("/recovery/new-password", (await returner.ProvePhoneAsync()).Path);
        return returner;
    }

    /// <summary>Types the ID number.</summary>
    public async Task<Reply> StartAsync()
    {
        await Visitor.GetAsync("/recovery");
        return await Visitor.SubmitAndFollowAsync("/recovery", ("NationalId", person.NationalId));
    }

    /// <summary>The code by SMS that belongs to the reference on the page.</summary>
    public async Task<string> CodeAsync()
    {
        var page = Visitor.Page?.Reference is null ? await Visitor.OpenAsync("/recovery/code") : Visitor.Page;
        Assert.NotNull(page.Reference);
        return (await site.SmsAsync(person.Phone, page.Reference)).Code ?? "";
    }

    /// <summary>Types a code into the page of a step.</summary>
    public Task<Reply> TypeCodeAsync(string code, string path = "/recovery/code") =>
        Visitor.SubmitAndFollowAsync(path, ("Code", code));

    /// <summary>Types a code by SMS that is certainly wrong.</summary>
    public async Task<Reply> TypeWrongCodeAsync()
    {
        var sent = (await site.InboxAsync(person.Phone)).Select(sms => sms.Code).ToHashSet();
        return await TypeCodeAsync(Enumerable.Range(100_000, 100).Select(code => $"{code}").First(code => !sent.Contains(code)));
    }

    /// <summary>Types the right code by SMS.</summary>
    public async Task<Reply> ProvePhoneAsync() => await TypeCodeAsync(await CodeAsync());

    /// <summary>Asks for another code.</summary>
    public async Task<Reply> ResendAsync(string path = "/recovery/code")
    {
        await Visitor.GetAsync(path);
        return await Visitor.SubmitAndFollowAsync($"{path}?handler=Resend");
    }

    /// <summary>The code by e-mail that belongs to the reference on the page.</summary>
    public async Task<string> MailedCodeAsync(string email)
    {
        var page = Visitor.Page?.Reference is null ? await Visitor.OpenAsync("/recovery/email-code") : Visitor.Page;
        Assert.NotNull(page.Reference);
        var mail = (await site.MailsAsync(email)).First(mail => mail.Text.Contains(page.Reference, StringComparison.Ordinal));
        return new string([.. mail.Text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
    }

    /// <summary>Sets a new password.</summary>
    public Task<Reply> SetPasswordAsync(string password) =>
        Visitor.SubmitAndFollowAsync("/recovery/new-password", ("Password", password), ("ConfirmPassword", password));

    /// <summary>Sends the form of the new password as it was shown before, wherever the recovery stands by now.</summary>
    public async Task<Reply> SetPasswordByForceAsync(string password)
    {
        var token = await Visitor.TokenAsync("/recovery/help");
        return await Visitor.FollowAsync(await Visitor.PostAsync(
            "/recovery/new-password", ("Password", password), ("ConfirmPassword", password), ("__RequestVerificationToken", token)));
    }

    /// <summary>The text of an element of the page at hand.</summary>
    public string? TextOf(string id) => Visitor.Page?.Document.GetElementById(id)?.Text().Trim();
}
