using Microsoft.Playwright;
using Samachik.Browser.Tests.States;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Journeys;

/// <summary>A member comes back: with the password, without it, and after somebody else was in.</summary>
public sealed class ComingBackTests(BrowserAndSites world)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task With_the_keyboard_alone(int width)
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone with { Width = width });
        await ComingBackStates.MemberElsewhereAsync(world, reader);
        var (page, keys) = (reader.Page, new Keyboard(reader.Page));
        await reader.GoAsync("/");
        await keys.TabToAsync("/sign-in");
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/sign-in");
        await keys.TypeAsync("NationalId", reader.Person.NationalId);
        await keys.TypeAsync("Password", Person.Password);
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/sign-in/code");
        await keys.TypeAsync("Code", await reader.ReadCodeAsync());
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/account");
        await keys.TabToAsync("/account/password");
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/account/password");
        await keys.TypeAsync("Password", ComingBackStates.NewPassword);
        await keys.TypeAsync("ConfirmPassword", ComingBackStates.NewPassword);
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/account?done=password");
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public async Task With_scripts_off_and_without_the_password(Language language)
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone with { Language = language, Scripts = false });
        await ComingBackStates.AtNewPasswordAsync(world, reader);
        await ComingBackStates.SetPasswordAsync(reader);
        await ComingBackStates.SignInAsync(reader, ComingBackStates.NewPassword);
        await reader.Page.ComesToAsync("**/sign-in/code");
        await reader.GiveCodeAsync();
        await reader.Page.ComesToAsync("**/account");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task With_scripts_off_after_somebody_else_was_in()
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone with { Scripts = false });
        await ComingBackStates.AtWaitingAsync(world, reader);
        await Assertions.Expect(reader.Page.Locator("#ready-at")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task And_out_again_so_that_Back_shows_nothing_of_them()
    {
        await using var reader = await Reader.OpenAsync(world, Reading.OldPhone);
        await reader.BecomeMemberAsync();
        await reader.GoAsync("/account");
        await Assertions.Expect(reader.Page.GetByText(reader.Person.GroupedId)).ToBeVisibleAsync();
        await reader.Page.Locator("header form[action='/sign-out'] button").ClickAsync();
        await reader.Page.ComesToAsync(reader.Site.Address + "/");
        await reader.Page.GoBackAsync();
        await Assertions.Expect(reader.Page.GetByText(reader.Person.GroupedId)).ToHaveCountAsync(0);
    }
}
