using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>The agreement, the details, and the two ends of a sign-up.</summary>
public static class SignUpStates
{
    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("agreement", (_, reader) => reader.GoAsync("/sign-up/agreement")),
        new("agreement-errors", async (_, reader) =>
        {
            await reader.GoAsync("/sign-up/agreement");
            await reader.SendAsync();
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        new("agreement-expired", (_, reader) => reader.GoAsync("/sign-up/agreement?expired=true")),
        new("details", (_, reader) => reader.AgreeAsync()),
        new("details-all-missing", async (_, reader) =>
        {
            await reader.AgreeAsync();
            await reader.SendAsync();
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        new("details-all-wrong", (_, reader) => GiveAllWrongAsync(reader)),
        new("details-filled", async (_, reader) =>
        {
            await reader.AgreeAsync();
            await reader.TypeDetailsAsync();
            await reader.Field("BirthYear").FillAsync("1967");
            await reader.Field("FirstName").FocusAsync();
            await reader.Page.Locator("[data-strength] .sm-password-strength__text:not(:empty)").WaitForAsync();
        }),
        new("details-again", async (_, reader) =>
        {
            await reader.AskForCodeAsync();
            await reader.GoAsync("/sign-up/details");
        }),
        new("registered", async (world, reader) =>
        {
            await using var owner = await Reader.OpenAsync(world, reader.Reading);
            await owner.BecomeMemberAsync();
            var stranger = owner.Person with { Phone = reader.Person.Phone };
            await reader.AgreeAsync();
            await reader.TypeDetailsAsync();
            await reader.Field("NationalId").FillAsync(stranger.NationalId);
            await reader.SendAsync();
            await reader.GiveCodeAsync();
            await reader.Page.ComesToAsync("**/sign-up/registered");
        }),
        new("done", (_, reader) => reader.BecomeMemberAsync()),
    ];

    private static async Task GiveAllWrongAsync(Reader reader)
    {
        await reader.AgreeAsync();
        await reader.Field("NationalId").FillAsync("0105500000011");
        await reader.Field("Phone").FillAsync("029562400");
        await reader.Field("Password").FillAsync("มะพร้าว");
        await reader.Field("ConfirmPassword").FillAsync("มะม่วง");
        await reader.Field("FirstName").FillAsync("มานี4");
        await reader.Field("LastName").FillAsync("ปิ่นnam");
        await reader.Field("NoLastName").CheckAsync();
        await reader.Field("BirthMonth").SelectOptionAsync("2");
        await reader.Field("BirthYear").FillAsync("2483");
        await reader.SendAsync();
        await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
    }
}
