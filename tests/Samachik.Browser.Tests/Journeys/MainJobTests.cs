using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Journeys;

/// <summary>The main job: somebody who has never been here becomes a member.</summary>
public sealed class MainJobTests(BrowserAndSites world)
{
    [Fact]
    public async Task In_Thai_on_a_phone()
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone);
        await SignUpFromHomeAsync(reader);
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "th");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task In_English_chosen_by_the_button_on_a_large_screen()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await reader.GoAsync("/");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await SignUpFromHomeAsync(reader);
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public async Task With_scripts_off(Language language)
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone with { Language = language, Scripts = false });
        await SignUpFromHomeAsync(reader);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task With_scripts_off_a_wrong_code_leaves_all_in_place_and_the_helpline_in_sight()
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone with { Scripts = false });
        await reader.AskForCodeAsync();
        await reader.TypeCodeAsync(await reader.WrongCodeAsync());
        await Assertions.Expect(reader.Field("Code")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(reader.Page.Locator("#code-helpline")).ToBeVisibleAsync();
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
    }

    [Fact]
    public async Task With_the_language_changed_at_every_step()
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone);
        await reader.AgreeAsync();
        await ChangeLanguageAsync(reader, "en");
        Assert.Equal("/sign-up/details", reader.Path);
        await reader.TypeDetailsAsync();
        await reader.SendAsync();
        await reader.Page.ComesToAsync("**/sign-up/phone-code");
        await ChangeLanguageAsync(reader, "th");
        Assert.Equal("/sign-up/phone-code", reader.Path);
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
    }

    [Fact]
    public async Task Back_and_refresh_on_the_code_page_send_no_second_message()
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone);
        await reader.AskForCodeAsync();
        var reference = await reader.Page.Locator("#code-reference").InnerTextAsync();
        await reader.Page.ReloadAsync();
        await reader.Page.GoBackAsync();
        await reader.Page.GoForwardAsync();
        await Assertions.Expect(reader.Page.Locator("#code-reference")).ToHaveTextAsync(reference);
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
    }

    private static async Task SignUpFromHomeAsync(Reader reader)
    {
        await reader.GoAsync("/");
        await reader.Page.Locator("main a[href='/sign-up']").ClickAsync();
        await reader.Page.ComesToAsync("**/sign-up/agreement");
        await Assertions.Expect(reader.Field("AcceptPrivacy")).Not.ToBeCheckedAsync();
        await Assertions.Expect(reader.Field("AcceptConduct")).Not.ToBeCheckedAsync();
        await reader.Field("AcceptPrivacy").CheckAsync();
        await reader.Field("AcceptConduct").CheckAsync();
        await reader.SendAsync();
        await reader.Page.ComesToAsync("**/sign-up/details");
        await reader.TypeDetailsAsync();
        await reader.SendAsync();
        await reader.Page.ComesToAsync("**/sign-up/phone-code");
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/sign-up/done");
        await Assertions.Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("form[action='/sign-out']").First).ToBeVisibleAsync();
    }

    private static async Task ChangeLanguageAsync(Reader reader, string tag)
    {
        await reader.Page.Locator(".sm-header__button[lang]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", tag);
    }
}
