using System.Globalization;
using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Scripts;

/// <summary>What scripts add to the code page.</summary>
public sealed class CodeScriptTests(BrowserAndSites world)
{
    [Theory]
    [InlineData("๖๕๔๓๒๑")]
    [InlineData("ุถภ-/ๅ")]
    public async Task Thai_digits_and_slips_of_the_Thai_keyboard_become_digits(string typed)
    {
        await using var reader = await AtCodeAsync(SiteKind.Shipped);
        await reader.Field("Code").PressSequentiallyAsync(typed);
        await Assertions.Expect(reader.Field("Code")).ToHaveValueAsync("654321");
    }

    [Fact]
    public async Task The_clock_counts_down()
    {
        await using var reader = await AtCodeAsync(SiteKind.Shipped);
        var clock = reader.Page.Locator("#code-clock");
        var before = await SecondsLeftAsync(clock);
        Assert.InRange(before, 200, 300);
        await reader.Page.WaitForFunctionAsync(
            "before => Number(document.getElementById('code-clock').dataset.secondsLeft) < before", before);
        Assert.True(await clock.EvaluateAsync<bool>("clock => clock.innerText.includes(`${Math.floor(clock.dataset.secondsLeft / 60)}:`)"));
        await Assertions.Expect(reader.Page.Locator("#code-helpline")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task When_the_clock_is_over_it_says_so_and_whom_to_call()
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone);
        var start = new DateTime(2026, 12, 1, 3, 0, 0, DateTimeKind.Utc);
        await reader.Page.Clock.SetFixedTimeAsync(start);
        await reader.AskForCodeAsync();
        var helpline = reader.Page.Locator("#code-helpline");
        await Assertions.Expect(helpline).ToBeHiddenAsync();
        await reader.Page.Clock.SetFixedTimeAsync(start.AddSeconds(await SecondsLeftAsync(reader.Page.Locator("#code-clock"))));
        await Assertions.Expect(reader.Page.Locator("#code-clock")).ToHaveAttributeAsync("data-seconds-left", "0");
        await Assertions.Expect(helpline).ToBeVisibleAsync();
        await Assertions.Expect(helpline).ToContainTextAsync("02-956-2400");
        await Assertions.Expect(reader.Page.Locator("[data-clock-announcer]")).ToHaveTextAsync("รหัสนี้หมดเวลาแล้ว");
    }

    [Fact]
    public async Task A_screen_reader_is_not_told_every_second()
    {
        await using var reader = await AtCodeAsync(SiteKind.Shipped);

        // That the SMS has arrived is told, once, and rightly.
        await DeliveryScriptTests.ToldAsync(reader, "delivered");
        await reader.Page.EvaluateAsync("""
            () => {
              window.said = 0;
              const watch = new MutationObserver(changes => { window.said += changes.length; });
              for (const region of document.querySelectorAll('[role=status], [aria-live]'))
                watch.observe(region, { childList: true, characterData: true, subtree: true });
            }
            """);
        var clock = reader.Page.Locator("#code-clock");
        var before = await SecondsLeftAsync(clock);
        await reader.Page.WaitForFunctionAsync(
            "before => Number(document.getElementById('code-clock').dataset.secondsLeft) <= before - 3", before);
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("window.said"));
    }

    [Fact]
    public async Task Another_code_has_to_be_waited_for()
    {
        await using var reader = await AtCodeAsync(SiteKind.Shipped);
        var button = reader.Page.Locator(".sm-resend button");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(reader.Page.Locator("#resend-wait")).Not.ToBeEmptyAsync();
        var posts = 0;
        reader.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await button.ClickAsync(new() { Force = true });
        Assert.Equal(0, posts);
        Assert.Equal("/sign-up/phone-code", reader.Path);
    }

    [Theory]
    [InlineData(Language.English, 1, "You can ask for a new code in 1 second")]
    [InlineData(Language.English, 2, "You can ask for a new code in 2 seconds")]
    [InlineData(Language.Thai, 1, "ขอรหัสใหม่ได้ในอีก 1 วินาที")]
    public async Task The_last_second_is_one_second(Language language, int left, string told)
    {
        await using var reader = await Reader.OpenAsync(world, new(SiteKind.Shipped, language));
        var start = new DateTime(2026, 12, 1, 3, 0, 0, DateTimeKind.Utc);
        await reader.Page.Clock.SetFixedTimeAsync(start);
        await reader.AskForCodeAsync();
        var wait = await reader.Page.Locator(".sm-resend button").GetAttributeAsync("data-resend-after") ?? "";
        await reader.Page.Clock.SetFixedTimeAsync(start.AddSeconds(int.Parse(wait, CultureInfo.InvariantCulture) - left));
        await Assertions.Expect(reader.Page.Locator("#resend-wait")).ToHaveTextAsync(told);
    }

    [Fact]
    public async Task Another_code_can_be_asked_for_after_the_wait_and_both_are_good()
    {
        await using var reader = await AtCodeAsync(SiteKind.FewCodes);
        var first = await reader.ReadCodeAsync();
        var reference = await reader.Page.Locator("#code-reference").InnerTextAsync();
        await reader.Page.Locator(".sm-resend button:not([aria-disabled])").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#code-reference")).Not.ToHaveTextAsync(reference);
        await reader.TypeCodeAsync(first);
        await reader.Page.ComesToAsync("**/sign-up/done");
    }

    [Fact]
    public async Task Two_presses_of_the_button_make_one_account()
    {
        await using var reader = await AtCodeAsync(SiteKind.Shipped);
        await reader.Field("Code").FillAsync(await reader.ReadCodeAsync());
        var posts = 0;
        reader.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await reader.Submit.DblClickAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task With_scripts_off_two_presses_still_end_on_the_finished_page()
    {
        await using var reader = await AtCodeAsync(SiteKind.Shipped, scripts: false);
        await reader.Field("Code").FillAsync(await reader.ReadCodeAsync());
        await reader.Submit.DblClickAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
    }

    private static async Task<int> SecondsLeftAsync(ILocator clock) =>
        int.Parse(await clock.GetAttributeAsync("data-seconds-left") ?? "", CultureInfo.InvariantCulture);

    private async Task<Reader> AtCodeAsync(SiteKind site, bool scripts = true)
    {
        var reader = await Reader.OpenAsync(world, new(site, Width: 360, Height: 740, Scripts: scripts));
        await reader.AskForCodeAsync();
        return reader;
    }
}
