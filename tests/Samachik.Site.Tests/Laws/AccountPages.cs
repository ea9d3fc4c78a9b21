using Samachik.Site.Tests.MyAccount;

namespace Samachik.Site.Tests.Laws;

/// <summary>Every page of my account with a form, as its member meets it.</summary>
internal static class AccountPages
{
    /// <summary>Makes the newcomer a member.</summary>
    public static async Task SignUpAsync(Newcomer newcomer)
    {
        await newcomer.AgreeAsync();
        await newcomer.GiveDetailsAsync();
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    /// <summary>Opens them all; the proof of the sign-up runs out on the way.</summary>
    public static async Task<IReadOnlyList<Reply>> OpenAsync(Newcomer member)
    {
        var visitor = member.Visitor;
        await member.ElsewhereAsync();
        await member.RememberAsync();
        List<Reply> pages = [];
        foreach (var path in (string[])["/account", "/account/password", "/account/name", "/account/sessions", "/account/data", "/account/close", "/account/close/asked", "/account/agreements", "/account/who-looked"])
            pages.Add(await visitor.OpenAsync(path));
        pages.Add(await visitor.OpenAsync("/account/phone"));
        pages.Add(await visitor.SubmitAndFollowAsync("/account/phone", ("Phone", Person.New().Phone)));
        pages.Add(await visitor.OpenAsync("/account/email"));
        pages.Add(await visitor.SubmitAndFollowAsync("/account/email", ("Email", "somebody@example.com")));
        member.LoseFreshness();
        pages.Add(await visitor.OpenAsync("/account/phone"));
        Assert.StartsWith("/account/proof", pages[^1].Path, StringComparison.Ordinal);
        await visitor.SubmitAndFollowAsync("/account/proof", ("Password", member.Person.Password));
        pages.Add(await visitor.OpenAsync("/account/activity"));
        return pages;
    }
}
