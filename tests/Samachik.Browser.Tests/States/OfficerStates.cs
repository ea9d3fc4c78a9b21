using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>The staff's console, page by page, as a supervisor sees it.</summary>
public static class OfficerStates
{
    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("officers-sign-in", (_, reader) => reader.GoAsync("/officers/sign-in")),
        new("officers-sign-in-errors", async (_, reader) =>
        {
            await reader.GoAsync("/officers/sign-in");
            await MemberStates.RefusedAsync(reader);
        }),
        new("officers-invitation", (_, reader) => Officer.OpenInvitationAsync(reader, "Officer")),
        new("officers-invitation-errors", async (_, reader) =>
        {
            await Officer.OpenInvitationAsync(reader, "Officer");
            await MemberStates.RefusedAsync(reader);
        }),
        new("officers-invitation-dead", (_, reader) => reader.GoAsync("/officers/invitation/abcdefgh")),
        At("officers-day", (_, reader) => reader.GoAsync("/officers/day")),
        At("officers-find", (_, reader) => reader.GoAsync("/officers")),
        At("officers-find-errors", async (_, reader) =>
        {
            await Officer.FindAsync(reader, "12345");
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        At("officers-find-nobody", async (_, reader) =>
        {
            await Officer.FindAsync(reader, Person.New().NationalId);
            await reader.Page.Locator("#results").WaitForAsync();
        }),
        At("officers-found-two", async (world, reader) =>
        {
            await Officer.FindAsync(reader, (await SignUpUnderWayAsync(world, reader, twice: true)).Phone);
            await reader.Page.Locator("#results table").WaitForAsync();
        }),
        At("officers-sign-up", AtPersonAsync),
        At("officers-member", async (world, reader) =>
        {
            await using var member = await OtherAsync(world, reader);
            await member.BecomeMemberAsync();
            await Officer.FindAsync(reader, member.Person.NationalId);
            await reader.Page.ComesToAsync("**/officers/people/*");
        }),
        At("officers-note", (world, reader) => AtActAsync(world, reader, "note")),
        At("officers-lift", (world, reader) => AtActAsync(world, reader, "lift")),
        At("officers-send", (world, reader) => AtActAsync(world, reader, "send")),
        At("officers-phone-errors", async (world, reader) =>
        {
            await AtActAsync(world, reader, "phone");
            await MemberStates.RefusedAsync(reader);
        }),
        At("officers-suspension", async (world, reader) =>
        {
            await using var member = await OtherAsync(world, reader);
            await member.BecomeMemberAsync();
            await Officer.FindAsync(reader, member.Person.NationalId);
            await reader.Page.ComesToAsync("**/officers/people/*");
            await reader.Page.Locator("a[href$='/suspension']").ClickAsync();
            await reader.Page.ComesToAsync("**/suspension");
        }),
    ];

    // A browser of somebody else on the same site.
    internal static Task<Reader> OtherAsync(BrowserAndSites world, Reader reader) => Reader.OpenAsync(world, reader.Reading);

    private static async Task<Person> SignUpUnderWayAsync(BrowserAndSites world, Reader reader, bool twice = false)
    {
        await using var caller = await OtherAsync(world, reader);
        await caller.AskForCodeAsync();
        if (!twice) return caller.Person;
        await using var other = await OtherAsync(world, reader);
        other.Person = other.Person with { Phone = caller.Person.Phone };
        await other.AskForCodeAsync();
        return caller.Person;
    }

    private static async Task AtPersonAsync(BrowserAndSites world, Reader reader)
    {
        await Officer.FindAsync(reader, (await SignUpUnderWayAsync(world, reader)).NationalId);
        await reader.Page.ComesToAsync("**/officers/people/*");
    }

    private static async Task AtActAsync(BrowserAndSites world, Reader reader, string act)
    {
        await AtPersonAsync(world, reader);
        await reader.Page.Locator($"a[href$='/{act}']").ClickAsync();
        await reader.Page.ComesToAsync($"**/{act}");
    }

    internal static PageState At(string name, Func<BrowserAndSites, Reader, Task> reach) => new(name, async (world, reader) =>
    {
        await reader.GiveCookiesAsync(await world.OfficerCookiesAsync(reader.Reading.Language));
        await reach(world, reader);
    });
}
