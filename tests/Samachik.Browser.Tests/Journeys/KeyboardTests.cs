using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Journeys;

/// <summary>Everything can be done with the keyboard alone, and it can be seen where one is.</summary>
public sealed class KeyboardTests(BrowserAndSites world)
{
    private static readonly string[] DetailsInOrder =
    [
        "NationalId", "Phone", "Password", "toggle-Password", "ConfirmPassword", "toggle-ConfirmPassword", "FirstName",
        "LastName", "NoLastName", "BirthDay", "BirthMonth", "BirthYear", "submit",
    ];

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_person_signs_up_by_keyboard_alone(int width)
    {
        await using var reader = await Reader.OpenAsync(world, new(Width: width, Height: 740));
        var (page, keys, person) = (reader.Page, new Keyboard(reader.Page), reader.Person);
        await reader.GoAsync("/");
        await keys.TabToAsync("/sign-up");
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/sign-up/agreement");
        await keys.TabToAsync("AcceptPrivacy");
        await keys.PressAsync("Space");
        await keys.TabToAsync("AcceptConduct");
        await keys.PressAsync("Space");
        await keys.TabToAsync("submit");
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/sign-up/details");
        await keys.TypeAsync("NationalId", person.NationalId);
        await keys.TypeAsync("Phone", person.Phone);
        await keys.TypeAsync("Password", Person.Password);
        await keys.TypeAsync("ConfirmPassword", Person.Password);
        await keys.TypeAsync("FirstName", Person.FirstName);
        await keys.TabToAsync("NoLastName");
        await keys.PressAsync("Space");
        foreach (var choice in new[] { "BirthDay", "BirthMonth" })
        {
            await keys.TabToAsync(choice);
            await keys.PressAsync("ArrowDown");
        }

        await keys.TypeAsync("BirthYear", "2510");
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/sign-up/phone-code");
        await keys.TypeAsync("Code", await reader.ReadCodeAsync());
        await keys.PressAsync("Enter");
        await page.ComesToAsync("**/sign-up/done");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_focus_goes_through_the_details_in_the_order_of_the_page()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await reader.AgreeAsync();
        var keys = new Keyboard(reader.Page);
        await keys.TabToAsync("NationalId");
        await keys.TabToAsync("submit");
        Assert.Equal(DetailsInOrder, keys.Stops[keys.Stops.IndexOf("NationalId")..]);
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_header()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await reader.GoAsync("/sign-up/agreement");
        var keys = new Keyboard(reader.Page);
        Assert.Equal("#main-content", await keys.TabAsync());
        await keys.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_agreement_that_scrolls_does_so_by_keyboard()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await reader.GoAsync("/sign-up/agreement");
        await reader.Page.Locator(".sm-document").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("End");
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.sm-document').scrollTop > 0");
    }

    [Theory]
    [InlineData("/sign-up/agreement", "AcceptPrivacy")]
    [InlineData("/sign-up/details", "NationalId")]
    [InlineData("/sign-up/phone-code", "Code")]
    public async Task After_errors_the_summary_has_the_focus_and_leads_to_the_field(string path, string field)
    {
        await using var reader = await Reader.OpenAsync(world, new(Width: 360, Height: 740));
        if (path == "/sign-up/details") await reader.AgreeAsync();
        else if (path == "/sign-up/phone-code") await reader.AskForCodeAsync();
        else await reader.GoAsync(path);
        await reader.SendAsync();
        await Assertions.Expect(reader.Page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        var keys = new Keyboard(reader.Page);
        await keys.TabToAsync("#" + field);
        await keys.PressAsync("Enter");
        await Assertions.Expect(reader.Field(field)).ToBeFocusedAsync();
        await Assertions.Expect(reader.Field(field)).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(reader.Page).ToHaveTitleAsync(new Regex("^ข้อผิดพลาด:"));
    }
}
