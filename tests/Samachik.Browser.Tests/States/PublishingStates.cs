using System.Security.Cryptography;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>Versions of the agreements in the console, as those see them who draft and who publish.</summary>
public static class PublishingStates
{
    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        At("agreements-new", (_, reader) => reader.GoAsync("/officers/agreements/new")),
        At("agreements-new-errors", async (_, reader) =>
        {
            await reader.GoAsync("/officers/agreements/new");
            await reader.Page.Locator("#ThaiTitle").FillAsync("");
            await MemberStates.RefusedAsync(reader);
        }),
        At("agreements-draft", (_, reader) => DraftAsync(reader)),
        At("agreements-edit", async (_, reader) =>
        {
            await DraftAsync(reader);
            await reader.Page.Locator("a[href$='/draft']").ClickAsync();
            await reader.Page.ComesToAsync("**/draft");
        }),
        At("agreements-decline-errors", async (_, reader) =>
        {
            await DraftAsync(reader);
            await reader.Page.Locator("form[action$=Drop] button").ClickAsync();
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        At("agreements-approve", async (world, reader) =>
        {
            await DraftAsync(reader);
            var path = new Uri(reader.Page.Url).AbsolutePath;
            await reader.Page.Locator("form[action$=Propose] button").ClickAsync();
            await reader.Page.ComesToAsync("**done=Proposed");
            await reader.GiveCookiesAsync(await world.OfficerCookiesAsync(reader.Reading.Language));
            await reader.GoAsync(path);
            await reader.Page.Locator("form[action$=Approve]").WaitForAsync();
        }),
        At("agreements-list", async (_, reader) =>
        {
            await DraftAsync(reader);
            await reader.GoAsync("/officers/agreements");
        }),
    ];

    // A draft for some day, of a number that no other state has.
    private static async Task DraftAsync(Reader reader)
    {
        await reader.GoAsync("/officers/agreements/new");
        var page = reader.Page;
        await page.Locator("#Version").FillAsync($"{RandomNumberGenerator.GetInt32(10, 999)}.{RandomNumberGenerator.GetInt32(10, 999)}");
        await page.Locator("#EffectiveDay").SelectOptionAsync("5");
        await page.Locator("#EffectiveMonth").SelectOptionAsync("6");
        await page.Locator("#EffectiveYear").FillAsync($"{DateTime.UtcNow.Year + 544}");
        await page.Locator("#ThaiText").FillAsync("## เรื่องใหม่\n\nข้อความที่เปลี่ยนไป\n\n- ข้อหนึ่ง\n- ข้อสอง");
        await page.Locator("#EnglishText").FillAsync("## What is new\n\nOther words\n\n- One\n- Two");
        await page.Locator("form[action='/officers/agreements/new'] button").ClickAsync();
        await page.ComesToAsync("**done=Saved");
    }

    private static PageState At(string name, Func<BrowserAndSites, Reader, Task> reach) => new(name, async (world, reader) =>
    {
        await reader.GiveCookiesAsync(await world.ProtectionOfficerCookiesAsync(reader.Reading.Language));
        await reach(world, reader);
    });
}
