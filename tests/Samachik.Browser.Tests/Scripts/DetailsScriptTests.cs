using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Scripts;

/// <summary>What scripts add to the details page.</summary>
public sealed class DetailsScriptTests(BrowserAndSites world)
{
    private const string ThaiDigits = "๑๒๓๔๕๖๗๘๙๐๑๒๑";
    private const string SlippedId = "ๅ/-ภถุึคตจๅ/ๅ";
    private const string Id = "1234567890121";

    [Fact]
    public async Task A_password_can_be_shown_and_hidden()
    {
        await using var reader = await AtDetailsAsync();
        var toggle = reader.Page.Locator("[aria-controls=Password]");
        await reader.Field("Password").FillAsync(Person.Password);
        await Assertions.Expect(reader.Field("Password")).ToHaveAttributeAsync("type", "password");
        await toggle.ClickAsync();
        await Assertions.Expect(reader.Field("Password")).ToHaveAttributeAsync("type", "text");
        await Assertions.Expect(reader.Field("ConfirmPassword")).ToHaveAttributeAsync("type", "password");
        await Assertions.Expect(toggle).ToHaveTextAsync("ซ่อน");
        await toggle.ClickAsync();
        await Assertions.Expect(reader.Field("Password")).ToHaveAttributeAsync("type", "password");
        await Assertions.Expect(toggle).ToHaveTextAsync("แสดง");
    }

    [Fact]
    public async Task A_shown_password_is_hidden_again_before_it_is_sent()
    {
        await using var reader = await AtDetailsAsync();
        await reader.Page.Locator("[aria-controls=Password]").ClickAsync();
        await reader.Page.EvaluateAsync(
            "() => document.querySelector('main form').addEventListener('submit', e => { e.preventDefault(); window.kind = document.getElementById('Password').type; })");
        await reader.SendAsync();
        Assert.Equal("password", await reader.Page.EvaluateAsync<string>("window.kind"));
    }

    [Theory]
    [InlineData("aaaaaa", "weak")]
    [InlineData("maprao27", "fair")]
    [InlineData("maprao27LomPhat", "good")]
    public async Task The_strength_of_a_password_is_hinted_at(string password, string strength)
    {
        await using var reader = await AtDetailsAsync();
        var hint = reader.Page.Locator(".sm-password-strength");
        await Assertions.Expect(hint).ToBeHiddenAsync();
        await reader.Field("Password").PressSequentiallyAsync(password);
        await Assertions.Expect(hint).ToHaveAttributeAsync("data-strength", strength);
        await Assertions.Expect(hint.Locator("[role=status]"))
            .ToHaveTextAsync(await hint.GetAttributeAsync($"data-text-{strength}") ?? "");
        await reader.Field("Password").FillAsync("");
        await Assertions.Expect(hint).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Thai_letters_in_a_password_are_warned_of_while_they_are_there()
    {
        await using var reader = await AtDetailsAsync();
        var note = reader.Page.Locator("[data-thai-warning-for]");
        await Assertions.Expect(note).ToBeEmptyAsync();
        await reader.Field("Password").PressSequentiallyAsync("abcฟ");
        await Assertions.Expect(note).ToHaveTextAsync(await note.GetAttributeAsync("data-text") ?? "");
        await reader.Field("Password").PressAsync("Backspace");
        await Assertions.Expect(note).ToBeEmptyAsync();
    }

    [Theory]
    [InlineData("NationalId", ThaiDigits, Id)]
    [InlineData("NationalId", SlippedId, Id)]
    [InlineData("Phone", "๐๘๑๒๓๔๕๖๗๘", "0812345678")]
    [InlineData("Phone", "จคๅ/-ภถุึค", "0812345678")]
    [InlineData("Phone", "081-234-5678", "081-234-5678")]
    [InlineData("BirthYear", "๒๕๑๐", "2510")]
    public async Task Thai_digits_and_slips_of_the_Thai_keyboard_become_digits_as_they_are_typed(string field, string typed, string read)
    {
        await using var reader = await AtDetailsAsync();
        await reader.Field(field).PressSequentiallyAsync(typed);
        await Assertions.Expect(reader.Field(field)).ToHaveValueAsync(read);
    }

    [Fact]
    public async Task Pasted_Thai_digits_are_read_too()
    {
        await using var reader = await AtDetailsAsync();
        await reader.Field("NationalId").FocusAsync();
        await reader.Page.Keyboard.InsertTextAsync(ThaiDigits);
        await Assertions.Expect(reader.Field("NationalId")).ToHaveValueAsync(Id);
    }

    [Theory]
    [InlineData("NationalId", Id, "1-2345-67890-12-1")]
    [InlineData("NationalId", "12345", "12345")]
    [InlineData("Phone", "0812345678", "081-234-5678")]
    [InlineData("Phone", "+66812345678", "+66812345678")]
    public async Task A_whole_number_is_grouped_on_leaving_its_field(string field, string typed, string shown)
    {
        await using var reader = await AtDetailsAsync();
        await reader.Field(field).PressSequentiallyAsync(typed);
        await Assertions.Expect(reader.Field(field)).ToHaveValueAsync(typed);
        await reader.Field("FirstName").FocusAsync();
        await Assertions.Expect(reader.Field(field)).ToHaveValueAsync(shown);
    }

    [Fact]
    public async Task A_Christian_year_is_offered_in_the_Buddhist_Era()
    {
        await using var reader = await AtDetailsAsync();
        var note = reader.Page.Locator("[data-christian-year-for]");
        await reader.Field("BirthYear").PressSequentiallyAsync("1967");
        await Assertions.Expect(note).ToContainTextAsync("2510");
        await Assertions.Expect(reader.Field("BirthYear")).ToHaveValueAsync("1967");
        await note.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(reader.Field("BirthYear")).ToHaveValueAsync("2510");
        await Assertions.Expect(reader.Field("BirthYear")).ToBeFocusedAsync();
        await Assertions.Expect(note).ToBeEmptyAsync();
        await reader.Field("BirthYear").FillAsync("2483");
        await Assertions.Expect(note).ToBeEmptyAsync();
    }

    [Fact]
    public async Task The_last_name_rests_while_the_person_has_none()
    {
        await using var reader = await AtDetailsAsync();
        await reader.Field("LastName").FillAsync(Person.LastName);
        await reader.Field("NoLastName").CheckAsync();
        await Assertions.Expect(reader.Field("LastName")).ToHaveAttributeAsync("readonly", "");
        await Assertions.Expect(reader.Field("LastName")).ToHaveAttributeAsync("aria-disabled", "true");
        await reader.Field("NoLastName").UncheckAsync();
        await Assertions.Expect(reader.Field("LastName")).ToBeEditableAsync();
        await Assertions.Expect(reader.Field("LastName")).ToHaveValueAsync(Person.LastName);
    }

    [Fact]
    public async Task Asked_to_delete_the_last_name_or_clear_the_box_the_person_can_do_both()
    {
        await using var reader = await AtDetailsAsync();
        await reader.Field("LastName").FillAsync(Person.LastName);
        await reader.Field("NoLastName").CheckAsync();
        await reader.SendAsync();
        await reader.Page.Locator("#NoLastName-error").WaitForAsync();
        await Assertions.Expect(reader.Field("NoLastName")).ToBeCheckedAsync();
        await Assertions.Expect(reader.Field("LastName")).ToHaveValueAsync(Person.LastName);
        await Assertions.Expect(reader.Field("LastName")).ToBeEditableAsync();
    }

    [Fact]
    public async Task Two_presses_of_the_button_send_one_request()
    {
        await using var reader = await AtDetailsAsync();
        await reader.TypeDetailsAsync();
        var posts = 0;
        reader.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await reader.Submit.DblClickAsync();
        await reader.Page.ComesToAsync("**/sign-up/phone-code");
        Assert.Equal(1, posts);
    }

    private async Task<Reader> AtDetailsAsync()
    {
        var reader = await Reader.OpenAsync(world, new(Width: 360, Height: 740));
        await reader.AgreeAsync();
        return reader;
    }
}
