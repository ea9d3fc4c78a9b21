using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>The code page in all that can befall it.</summary>
public static class CodeStates
{
    // Two at once would move the codes of both out of the hour that is looked at.
    private static readonly SemaphoreSlim OneBomber = new(1);

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("code", (_, reader) => reader.AskForCodeAsync()),
        new("code-missing", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await reader.SendAsync();
            await reader.Page.Locator("#Code-error").WaitForAsync();
        }),
        new("code-wrong", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await TypeWrongCodeAsync(reader);
        }),
        new("code-waiting-advice", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await reader.Page.Locator("summary").ClickAsync();
        }),
        new("code-sent-again", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await ResendAsync(reader);
        }, SiteKind.FewCodes),
        new("code-no-more-in-this-sign-up", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await ResendAsync(reader);
            await ResendAsync(reader);
            await reader.Page.Locator("#send-limit").WaitForAsync();
        }, SiteKind.FewCodes),
        new("code-too-many-tries", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            var wrong = await reader.WrongCodeAsync();
            for (var tries = 0; tries < 3; tries++) await TypeWrongCodeAsync(reader, wrong);
        }, SiteKind.FewCodes),
        new("code-needs-new", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            var wrong = await reader.WrongCodeAsync();
            for (var tries = 0; tries < 3; tries++) await TypeWrongCodeAsync(reader, wrong);
            await reader.GoAsync("/sign-up/phone-code");
        }, SiteKind.FewCodes),
        new("code-over", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await reader.Page.Locator("#code-helpline").WaitForAsync();
        }, SiteKind.ShortLived),
        new("code-expired", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            var code = await reader.ReadCodeAsync();
            await reader.Page.Locator("#code-helpline").WaitForAsync();
            await reader.TypeCodeAsync(code);
            await reader.Page.Locator("#Code-error").WaitForAsync();
        }, SiteKind.ShortLived),
        new("code-none-live", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await reader.Page.Locator("#code-helpline").WaitForAsync();
            await reader.GoAsync("/sign-up/phone-code");
        }, SiteKind.ShortLived),
        new("code-limit-of-the-phone", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await ResendAsync(reader);
            await ResendAsync(reader);
            await reader.Page.Locator("#send-limit").WaitForAsync();
        }, SiteKind.ShortLived),
        new("code-delivered", (_, reader) => TellAsync(reader, "delivered", "delivery = 'Delivered', delivery_at = @now")),
        new("code-not-delivered", (_, reader) => TellAsync(reader, "failed", "delivery = 'Failed', delivery_at = @now")),
        new("code-cannot-be-sent", (_, reader) => TellAsync(reader, "failed", "state = 'Refused', refusal = 'Account', delivery = NULL")),
        new("code-delayed", (_, reader) => TellAsync(reader, "delayed", "state = 'Unknown', delivery = NULL")),
        new("code-costs-work", AskWhileBombedAsync, SiteKind.Guarded),
    ];

    /// <summary>Asks for a code and lets the gateway tell of its SMS.</summary>
    public static async Task TellAsync(Reader reader, string word, string columns)
    {
        await reader.AskForCodeAsync();
        await reader.Site.ChangeSmsAsync(await reader.Page.Locator("#code-reference").InnerTextAsync(), columns);
        await reader.Page.ReloadAsync();
        await Assertions.Expect(reader.Page.Locator("#code-delivery")).ToHaveAttributeAsync("data-delivery", word);
    }

    /// <summary>Asks for a code while codes look like abuse, as the first code of somebody before has shown.</summary>
    public static async Task AskWhileBombedAsync(BrowserAndSites world, Reader reader)
    {
        await OneBomber.WaitAsync();
        try
        {
            await using var before = await Reader.OpenAsync(world, new(reader.Reading.Site, Scripts: false));
            await before.AskForCodeAsync();
            if (await before.Page.Locator("#work").CountAsync() == 0) await before.Site.LookBombedAsync();
        }
        finally
        {
            OneBomber.Release();
        }

        await reader.AskForCodeAsync();
    }

    private static async Task TypeWrongCodeAsync(Reader reader, string? code = null)
    {
        code ??= await reader.WrongCodeAsync();
        await reader.Page.LeaveByAsync(() => reader.TypeCodeAsync(code));
        await reader.Page.Locator("#Code-error").WaitForAsync();
    }

    private static async Task ResendAsync(Reader reader)
    {
        var button = reader.Page.Locator(".sm-resend button:not([aria-disabled])");
        await reader.Page.LeaveByAsync(() => button.ClickAsync());
    }
}
