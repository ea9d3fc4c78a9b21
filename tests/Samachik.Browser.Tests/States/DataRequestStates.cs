using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>Requests about data in the console, as a data protection officer sees them, and the member's page of them.</summary>
public static class DataRequestStates
{
    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        At("data-request-open", (_, reader, person) => OpenPageAsync(reader, person)),
        At("data-request-open-errors", async (_, reader, person) =>
        {
            await OpenPageAsync(reader, person);
            await reader.Field("ReceivedYear").FillAsync("2026");
            await MemberStates.RefusedAsync(reader);
        }),
        At("data-request-of-person", (_, reader, person) => OpenAsync(reader, person)),
        At("data-requests-list", async (_, reader, person) =>
        {
            await OpenAsync(reader, person);
            await reader.GoAsync("/officers/requests");
        }),
        At("data-request-new", (_, reader, person) => AtRequestAsync(reader, person)),
        At("data-request-answer-errors", async (_, reader, person) =>
        {
            await TakeAsync(reader, person);
            await reader.Page.Locator("form[action$=Answer] button").ClickAsync();
            await reader.Page.Locator(".govuk-error-summary").WaitForAsync();
        }),
        At("data-request-answered", AnswerAsync),
        new("data-request-mine", async (world, reader) =>
        {
            await reader.BecomeMemberAsync();
            await using var officer = await Reader.OpenAsync(world, reader.Reading);
            await officer.GiveCookiesAsync(await world.ProtectionOfficerCookiesAsync(reader.Reading.Language));
            await AnswerAsync(world, officer, reader.Person);
            await reader.GoAsync("/account/data");
            await reader.Page.Locator("#data-requests").WaitForAsync();
        }),
    ];

    private static async Task OpenPageAsync(Reader reader, Person person)
    {
        await Officer.FindAsync(reader, person.NationalId);
        await reader.Page.ComesToAsync("**/officers/people/*");
        await reader.Page.Locator("a[href$='/data-request']").ClickAsync();
        await reader.Page.ComesToAsync("**/data-request");
    }

    private static async Task OpenAsync(Reader reader, Person person)
    {
        await OpenPageAsync(reader, person);
        await reader.Field("Reason").FillAsync("ขอสำเนาข้อมูลทั้งหมดที่สำนักงานเก็บไว้");
        await reader.Page.Locator("form[action$='/data-request'] button").ClickAsync();
        await reader.Page.ComesToAsync("**done=DataRequest");
    }

    private static async Task AtRequestAsync(Reader reader, Person person)
    {
        await OpenAsync(reader, person);
        await reader.Page.Locator("a[href^='/officers/requests/']").First.ClickAsync();
        await reader.Page.ComesToAsync("**/officers/requests/*");
    }

    private static async Task TakeAsync(Reader reader, Person person)
    {
        await AtRequestAsync(reader, person);
        await reader.Page.Locator("form[action$=Take] button").ClickAsync();
        await reader.Page.ComesToAsync("**done=Taken");
    }

    private static async Task AnswerAsync(BrowserAndSites world, Reader reader, Person person)
    {
        await TakeAsync(reader, person);
        await reader.Field("Answer").FillAsync("ส่งสำเนาให้ทางไปรษณีย์ลงทะเบียนแล้ว");
        await reader.Page.Locator("form[action$=Answer] button").ClickAsync();
        await reader.Page.ComesToAsync("**done=Answered");
    }

    private static PageState At(string name, Func<BrowserAndSites, Reader, Person, Task> reach) => new(name, async (world, reader) =>
    {
        await using var member = await Reader.OpenAsync(world, reader.Reading);
        await member.BecomeMemberAsync();
        await reader.GiveCookiesAsync(await world.ProtectionOfficerCookiesAsync(reader.Reading.Language));
        await reach(world, reader, member.Person);
    });
}
