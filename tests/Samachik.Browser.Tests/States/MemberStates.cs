using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>My account, page by page. Pages that only show, or only refuse, are looked at by one member for all.</summary>
public static class MemberStates
{
    private const string AnotherPassword = "khanun58Thong";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        At("account", "/account"),
        At("account-name", "/account/name"),
        At("account-name-errors", "/account/name", async reader =>
        {
            await reader.Field("FirstName").FillAsync("Manee4");
            await reader.Field("LastName").FillAsync("");
            await RefusedAsync(reader);
        }),
        At("account-phone", "/account/phone"),
        At("account-phone-errors", "/account/phone", RefusedAsync),
        At("account-password", "/account/password"),
        At("account-password-errors", "/account/password", async reader =>
        {
            await reader.Field("Password").FillAsync("มะพร้าว");
            await RefusedAsync(reader);
        }),
        At("account-email", "/account/email"),
        At("account-email-errors", "/account/email", RefusedAsync),
        At("account-sessions", "/account/sessions"),
        At("account-activity", "/account/activity"),
        At("account-who-looked", "/account/who-looked"),
        At("account-agreements", "/account/agreements"),
        At("account-data", "/account/data"),
        At("account-close", "/account/close"),
        At("account-close-errors", "/account/close", RefusedAsync),
        new("account-proof", (_, reader) => AtProofAsync(reader), SiteKind.ShortLived),
        new("account-proof-missing", async (_, reader) =>
        {
            await AtProofAsync(reader);
            await RefusedAsync(reader);
        }, SiteKind.ShortLived),
        new("account-phone-code", async (_, reader) =>
        {
            await reader.BecomeMemberAsync();
            await reader.GoAsync("/account/phone");
            await reader.Field("Phone").FillAsync(Person.New().Phone);
            await reader.SendAsync();
            await reader.Page.ComesToAsync("**/account/phone/code");
        }),
        new("account-email-code", async (_, reader) =>
        {
            await reader.BecomeMemberAsync();
            await reader.GoAsync("/account/email");
            await reader.Field("Email").FillAsync("manee@example.org");
            await reader.SendAsync();
            await reader.Page.ComesToAsync("**/account/email/code");
        }),
        new("account-password-changed", async (_, reader) =>
        {
            await reader.BecomeMemberAsync();
            await ChangePasswordAsync(reader);
        }),
        new("account-close-asked", async (_, reader) =>
        {
            await reader.BecomeMemberAsync();
            await CloseAsync(reader);
        }),
    ];

    /// <summary>Changes the password; the account's first page is in front.</summary>
    public static async Task ChangePasswordAsync(Reader reader)
    {
        await reader.GoAsync("/account/password");
        await reader.GiveNewPasswordAsync(AnotherPassword);
        await reader.Page.ComesToAsync("**/account?done=password");
    }

    /// <summary>Closes the account.</summary>
    public static async Task CloseAsync(Reader reader)
    {
        await reader.GoAsync("/account/close");
        await reader.Field("CloseAccount").CheckAsync();
        await reader.SendAsync();
        await reader.Page.ComesToAsync("**/account/close/asked");
    }

    /// <summary>Sends the page's form and waits until the page says what is wrong.</summary>
    public static async Task RefusedAsync(Reader reader)
    {
        await reader.SendAsync();
        await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
    }

    // The proof of the sign-up itself is good for a second more.
    private static async Task AtProofAsync(Reader reader)
    {
        await reader.BecomeMemberAsync();
        for (var look = 0; look < 100 && reader.Path != "/account/proof"; look++) await reader.GoAsync("/account/phone");
        Assert.Equal("/account/proof", reader.Path);
    }

    private static PageState At(string name, string path, Func<Reader, Task>? then = null) => new(name, async (world, reader) =>
    {
        await reader.GiveCookiesAsync(await world.MemberCookiesAsync(reader.Reading.Language));
        await reader.GoAsync(path);
        Assert.Equal(path.Split('?')[0], reader.Path);
        if (then is not null) await then(reader);
    });
}
