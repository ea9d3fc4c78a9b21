using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>What needs two officers, and the card in hand, page by page.</summary>
public static class ApprovalStates
{
    /// <summary>What an officer writes.</summary>
    public const string Why = "ชื่อ วันเกิด และเบอร์เดิมถูกต้อง";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        OfficerStates.At("officers-approvals", async (world, reader) =>
        {
            await ProposeRecoveryAsync(world, reader);
            await reader.GoAsync("/officers/approvals");
            await reader.Page.Locator("main table").WaitForAsync();
        }),
        OfficerStates.At("officers-proofs", (_, reader) => reader.GoAsync("/officers/proofs")),
        OfficerStates.At("officers-recovery", (world, reader) => AtActAsync(world, reader, "recovery")),
        OfficerStates.At("officers-recovery-errors", (world, reader) => RefusedAsync(world, reader, "recovery")),
        OfficerStates.At("officers-recovery-proposed", ProposeRecoveryAsync),
        OfficerStates.At("officers-approve", async (world, reader) =>
        {
            await using var desk = await OfficerStates.OtherAsync(world, reader);
            await Officer.JoinAsync(desk, "Officer");
            var person = await ProposeRecoveryAsync(world, desk);
            await Officer.FindAsync(reader, person.NationalId);
            await reader.Page.ComesToAsync("**/officers/people/*");
            await reader.Page.Locator("a[href$='/approval']").ClickAsync();
            await reader.Page.Locator("main form button[formaction$=Decline]").WaitForAsync();
        }),
        OfficerStates.At("officers-call-off", async (world, reader) =>
        {
            await AtActAsync(world, reader, "note");
            await reader.GoAsync(reader.Path.Replace("/note", "/call-off", StringComparison.Ordinal));
        }),
        OfficerStates.At("officers-dispute", (world, reader) => AtActAsync(world, reader, "dispute")),
        OfficerStates.At("officers-dispute-errors", (world, reader) => RefusedAsync(world, reader, "dispute")),
        OfficerStates.At("officers-level", (world, reader) => AtActAsync(world, reader, "level")),
        OfficerStates.At("officers-level-errors", (world, reader) => RefusedAsync(world, reader, "level")),
        OfficerStates.At("officers-for-good", (world, reader) => AtActAsync(world, reader, "suspension-for-good")),
        OfficerStates.At("officers-proof-none", async (world, reader) =>
        {
            await AtActAsync(world, reader, "note");
            await reader.GoAsync(reader.Path.Replace("/note", "/proof", StringComparison.Ordinal));
        }),
    ];

    /// <summary>A member's page in front of an officer, and then an act on them.</summary>
    public static async Task<Person> AtActAsync(BrowserAndSites world, Reader reader, string act)
    {
        await using var member = await OfficerStates.OtherAsync(world, reader);
        await member.BecomeMemberAsync();
        await Officer.FindAsync(reader, member.Person.NationalId);
        await reader.Page.ComesToAsync("**/officers/people/*");
        await reader.Page.Locator($"a[href$='/{act}']").ClickAsync();
        await reader.Page.ComesToAsync($"**/{act}");
        return member.Person;
    }

    /// <summary>Types a card that is good for five years.</summary>
    public static async Task TypeCardAsync(Reader reader, Person person, bool comparesData)
    {
        await reader.Field("LastDigits").FillAsync(person.NationalId.Replace("-", "", StringComparison.Ordinal)[^4..]);
        await reader.Field("ExpiryDay").FillAsync("15");
        await reader.Field("ExpiryMonth").SelectOptionAsync("6");
        await reader.Field("ExpiryYear").FillAsync($"{DateTime.UtcNow.Year + 543 + 5}");
        await reader.Field("FaceCompared").CheckAsync();
        if (comparesData) await reader.Field("DataCompared").CheckAsync();
    }

    private static async Task<Person> ProposeRecoveryAsync(BrowserAndSites world, Reader desk)
    {
        var person = await AtActAsync(world, desk, "recovery");
        await desk.Field("Phone").FillAsync(Person.New().Phone);
        await desk.Field("Reason").FillAsync(Why);
        await desk.Page.Locator("main form button[type=submit]").ClickAsync();
        await desk.Page.Locator("#recovery-code").WaitForAsync();
        return person;
    }

    private static async Task RefusedAsync(BrowserAndSites world, Reader reader, string act)
    {
        await AtActAsync(world, reader, act);
        await MemberStates.RefusedAsync(reader);
    }
}
