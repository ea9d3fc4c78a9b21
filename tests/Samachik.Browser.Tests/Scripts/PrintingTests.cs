using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Scripts;

/// <summary>The documents on paper.</summary>
public sealed class PrintingTests(BrowserAndSites world)
{
    [Fact]
    public async Task A_document_has_a_button_that_prints_it()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await reader.GoAsync("/privacy");
        await reader.Page.EvaluateAsync("() => { window.printed = 0; window.print = () => { window.printed++; }; }");
        await reader.Page.Locator("[data-print]").ClickAsync();
        Assert.Equal(1, await reader.Page.EvaluateAsync<int>("window.printed"));
    }

    [Fact]
    public async Task On_paper_the_agreements_stand_whole_and_without_what_cannot_be_pressed()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await reader.GoAsync("/sign-up/agreement");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var document in await reader.Page.Locator(".sm-document").AllAsync())
            Assert.True(await document.EvaluateAsync<bool>("element => element.scrollHeight <= element.clientHeight + 1"));
        await Assertions.Expect(reader.Submit).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator(".sm-header")).ToBeHiddenAsync();
    }
}
