using Microsoft.Playwright;
using Samachik.Browser.Tests.States;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Scripts;

/// <summary>What a code costs while codes look like abuse: the browser's work, or the wait of who has no scripts.</summary>
public sealed class WorkScriptTests(BrowserAndSites world)
{
    private const int MostPresses = 1_000;

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public async Task The_browser_works_by_itself_and_the_code_comes(Language language)
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone with { Site = SiteKind.LightlyGuarded, Language = language });
        await CodeStates.AskWhileBombedAsync(world, reader);
        await reader.Page.Locator("#code-reference").WaitForAsync();
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task While_it_works_it_says_so_and_the_page_can_be_used()
    {
        await using var reader = await Reader.OpenAsync(world, new(SiteKind.Guarded));
        await CodeStates.AskWhileBombedAsync(world, reader);
        await Assertions.Expect(reader.Page.Locator("[data-work-status]")).Not.ToBeEmptyAsync();
        await Assertions.Expect(reader.Page.Locator("#work-wait")).ToBeHiddenAsync();
        await reader.Page.Locator("#work a[href='/sign-up/details']").ClickAsync();
        await reader.Page.ComesToAsync("**/sign-up/details");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Without_scripts_a_wait_and_a_press_bring_the_code()
    {
        await using var reader = await Reader.OpenAsync(world, new(SiteKind.Guarded, Scripts: false));
        await CodeStates.AskWhileBombedAsync(world, reader);
        await Assertions.Expect(reader.Page.Locator("#work-wait")).ToBeVisibleAsync();

        // Each press is a page; pressed too early, the wait goes on and does not begin anew. The last page, which has no
        // such button, may be here already when it is looked for.
        for (var presses = 0; presses < MostPresses && await reader.Page.Locator("#code-reference").CountAsync() == 0; presses++)
            await reader.Page.Locator("#work button, #code-reference").First.ClickAsync();
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
    }
}
