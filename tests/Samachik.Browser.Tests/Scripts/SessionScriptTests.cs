using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Scripts;

/// <summary>The warning before a session ends: in time, by keyboard, in one tab for all; and without scripts a plain button.</summary>
public sealed class SessionScriptTests(BrowserAndSites world)
{
    [Fact]
    public async Task Two_minutes_before_the_end_a_dialog_asks_and_its_button_keeps_the_session()
    {
        await using var reader = await MemberAsync();
        await reader.GoAsync("/contact");
        await Assertions.Expect(reader.Page.Locator("#session-ends")).ToContainTextAsync("ระบบจะออกให้เองเวลา");
        await reader.Page.Clock.FastForwardAsync("27:30");
        await Assertions.Expect(Warning(reader)).ToBeHiddenAsync();
        await reader.Page.Clock.FastForwardAsync("00:35");
        await Assertions.Expect(Warning(reader)).ToBeVisibleAsync();
        await Assertions.Expect(Stay(reader)).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page.Locator("#session-left")).ToContainTextAsync("1:");
        var answer = await reader.Page.RunAndWaitForResponseAsync(() => Stay(reader).ClickAsync(), "**/account/stay");
        Assert.Equal(204, answer.Status);
        await Assertions.Expect(Warning(reader)).ToBeHiddenAsync();
        Assert.Equal("/contact", reader.Path);
        await reader.Page.Clock.FastForwardAsync("20:00");
        await Assertions.Expect(Warning(reader)).ToBeHiddenAsync();
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Escape")]
    public async Task The_keyboard_keeps_the_session_and_goes_back_to_where_it_was(string key)
    {
        await using var reader = await MemberAsync();
        await reader.GoAsync("/contact");
        await reader.Page.Locator("footer a").First.FocusAsync();
        await WarnAsync(reader);
        var answer = await reader.Page.RunAndWaitForResponseAsync(() => reader.Page.Keyboard.PressAsync(key), "**/account/stay");
        Assert.Equal(204, answer.Status);
        await Assertions.Expect(Warning(reader)).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator("footer a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_keyboard_stays_in_the_dialog()
    {
        await using var reader = await MemberAsync();
        await reader.GoAsync("/contact");
        await WarnAsync(reader);
        for (var i = 0; i < 5; i++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            Assert.True(await reader.Page.EvaluateAsync<bool>(
                "document.activeElement === document.body || document.getElementById('session-warning').contains(document.activeElement)"));
        }
    }

    [Fact]
    public async Task When_the_time_is_over_the_page_says_so_and_leads_to_the_sign_in()
    {
        await using var reader = await MemberAsync();
        await reader.GoAsync("/contact");
        await reader.Page.Clock.FastForwardAsync("30:01");
        var again = reader.Page.Locator("#session-again");
        await Assertions.Expect(again).ToBeVisibleAsync();
        await Assertions.Expect(again).ToBeFocusedAsync();
        await Assertions.Expect(again).ToHaveAttributeAsync("href", "/sign-in");
        await Assertions.Expect(reader.Page.Locator("#session-title")).ToHaveTextAsync("หมดเวลาแล้ว");
        await Assertions.Expect(reader.Page.Locator("#session-ends")).ToContainTextAsync("กรุณาเข้าสู่ระบบอีกครั้ง");
        await Assertions.Expect(Stay(reader)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_session_that_ended_meanwhile_is_not_said_to_go_on()
    {
        await using var reader = await MemberAsync();
        await reader.GoAsync("/contact");
        await WarnAsync(reader);
        var form = reader.Page.APIRequest.CreateFormData();
        form.Set("__RequestVerificationToken", await reader.Page.Locator("form[action='/sign-out'] input").GetAttributeAsync("value") ?? "");
        Assert.True((await reader.Page.APIRequest.PostAsync("/sign-out", new() { Form = form })).Ok);
        await Stay(reader).ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#session-again")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_opened_in_another_tab_puts_the_warning_away_in_this_one()
    {
        await using var reader = await MemberAsync();
        await reader.GoAsync("/contact");
        await WarnAsync(reader);
        var other = await reader.Page.Context.NewPageAsync();
        await other.GotoAsync("/privacy");
        await Assertions.Expect(Warning(reader)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_line_that_is_down_is_told_and_the_button_works_again_after()
    {
        await using var reader = await MemberAsync();
        await reader.GoAsync("/contact");
        await WarnAsync(reader);
        await reader.Page.Context.SetOfflineAsync(true);
        await Stay(reader).ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#session-text")).ToHaveTextAsync("ติดต่อระบบไม่ได้ กรุณากดปุ่มอีกครั้ง");
        await reader.Page.Context.SetOfflineAsync(false);
        await Stay(reader).ClickAsync();
        await Assertions.Expect(Warning(reader)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_the_same_button_is_a_form_that_leads_back()
    {
        await using var reader = await Reader.OpenAsync(world, new(Width: 360, Height: 740, Scripts: false));
        await reader.BecomeMemberAsync();
        await reader.GoAsync("/contact");
        await Assertions.Expect(Warning(reader)).ToBeHiddenAsync();
        await reader.Page.Locator(".sm-session button").ClickAsync();
        await reader.Page.ComesToAsync("**/contact");
        await Assertions.Expect(reader.Page.Locator("#session-ends time")).ToHaveTextAsync(new Regex("^[0-9]{2}:[0-9]{2}$"));
    }

    private static ILocator Warning(Reader reader) => reader.Page.Locator("#session-warning");

    private static ILocator Stay(Reader reader) => Warning(reader).Locator("button");

    private static async Task WarnAsync(Reader reader)
    {
        await reader.Page.Clock.FastForwardAsync("28:05");
        await Assertions.Expect(Warning(reader)).ToBeVisibleAsync();
    }

    private async Task<Reader> MemberAsync()
    {
        var reader = await Reader.OpenAsync(world, new(Width: 360, Height: 740));
        await reader.BecomeMemberAsync();
        await reader.Page.Clock.InstallAsync();
        return reader;
    }
}
