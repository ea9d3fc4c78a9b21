using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>What staff do is looked over: the trail, the looks, and who is on the staff.</summary>
public static class AccountabilityStates
{
    private const string Dpo = "DataProtectionOfficer", Administrator = "Administrator";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        At("officers-trail", Dpo, reader => reader.GoAsync("/officers/trail")),
        At("officers-trail-errors", Dpo, async reader =>
        {
            await reader.GoAsync("/officers/trail");
            await reader.Field("Subject").FillAsync("12345");
            await reader.Field("Number").FillAsync("12");
            await reader.Field("From").FillAsync("31/2/2569");
            await SearchAsync(reader);
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        At("officers-trail-found", Dpo, async reader =>
        {
            await reader.GoAsync("/officers/trail");
            await SearchAsync(reader);
            await reader.Page.Locator("#results [data-entry]").First.WaitForAsync();
        }),
        At("officers-looks", Dpo, async (world, reader) =>
        {
            await using var member = await Reader.OpenAsync(world, reader.Reading);
            await member.BecomeMemberAsync();
            await Officer.FindAsync(reader, member.Person.NationalId);
            await reader.Page.ComesToAsync("**/officers/people/*");
            await reader.GoAsync("/officers/looks");
        }),
        At("officers-looks-errors", Dpo, async reader =>
        {
            await reader.GoAsync("/officers/looks");
            await reader.Field("From").FillAsync("1/1/2026");
            await reader.Field("To").FillAsync("x");
            await reader.Field("To").PressAsync("Enter");
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        At("officers-staff", Administrator, reader => reader.GoAsync("/officers/staff")),
        At("officers-staff-invite", Administrator, reader => reader.GoAsync("/officers/staff/invite")),
        At("officers-staff-invite-errors", Administrator, async reader =>
        {
            await reader.GoAsync("/officers/staff/invite");
            await MemberStates.RefusedAsync(reader);
        }),
        At("officers-staff-invited", Administrator, InvitedAsync),
        At("officers-staff-invited-gone", Administrator, reader => reader.GoAsync("/officers/staff/invited")),
        At("officers-staff-end", Administrator, async reader =>
        {
            await InvitedAsync(reader);
            await AskToEndAsync(reader);
        }),
        At("officers-staff-ended", Administrator, async reader =>
        {
            await InvitedAsync(reader);
            await AskToEndAsync(reader);
            await reader.SendAsync();
            await reader.Page.ComesToAsync("**/officers/staff?done=*");
        }),
    ];

    private static Task SearchAsync(Reader reader) => reader.Field("To").PressAsync("Enter");

    private static async Task InvitedAsync(Reader reader)
    {
        await reader.GoAsync("/officers/staff/invite");
        await reader.Field("Name").FillAsync("สมศรี ใจเย็น");
        await reader.SendAsync();
        await reader.Page.Locator("#invited-link").WaitForAsync();
    }

    private static async Task AskToEndAsync(Reader reader)
    {
        var number = (await reader.Page.Locator("#invited-number").InnerTextAsync()).Replace("-", "", StringComparison.Ordinal);
        await reader.GoAsync("/officers/staff");
        await reader.Page.Locator($"tr[data-officer='{number}'] a").ClickAsync();
        await reader.Page.ComesToAsync("**/end");
    }

    private static PageState At(string name, string role, Func<Reader, Task> reach) => At(name, role, (_, reader) => reach(reader));

    private static PageState At(string name, string role, Func<BrowserAndSites, Reader, Task> reach) => new(name, async (world, reader) =>
    {
        await reader.GiveCookiesAsync(await StaffCookies.OfAsync(world, role, reader.Reading.Language));
        await reach(world, reader);
    });
}
