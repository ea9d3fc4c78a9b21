using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>What is told to whom nobody has a place for, while others wait for their passwords to be checked.</summary>
public static class BusyStates
{
    // One whose hash is made, one who waits, and one who is sent away: then it is certain that there is no place.
    private const int Others = 3;

    // One hash takes seconds, on a slow machine a minute; the second of them waits for the first.
    private const float MostHashing = 5 * Reader.Patience;

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("sign-in-busy", async (world, reader) =>
        {
            await ComingBackStates.TypeSignInAsync(reader);
            await SendWhileFullAsync(world, reader);
            await Assertions.Expect(reader.Field("NationalId")).ToHaveValueAsync(reader.Person.GroupedId);
        }, SiteKind.Crowded),
        new("details-busy", async (world, reader) =>
        {
            await reader.AgreeAsync();
            await reader.TypeDetailsAsync();
            await SendWhileFullAsync(world, reader);
            await Assertions.Expect(reader.Field("FirstName")).ToHaveValueAsync(Person.FirstName);
        }, SiteKind.Crowded),
    ];

    private static async Task SendWhileFullAsync(BrowserAndSites world, Reader reader)
    {
        var others = new List<Reader>();
        try
        {
            for (var i = 0; i < Others; i++)
            {
                others.Add(await Reader.OpenAsync(world, reader.Reading with { Scripts = false }));
                await ComingBackStates.TypeSignInAsync(others[i]);
            }

            List<Task<IResponse>> answers =
            [
                .. others.Select(other => other.Page.RunAndWaitForResponseAsync(
                    () => other.SendAsync(), answer => answer.Request.Method == "POST", new() { Timeout = MostHashing })),
            ];
            Assert.Equal(503, (await await Task.WhenAny(answers)).Status);
            await reader.SendAsync();
            await reader.Page.Locator("#busy-title").WaitForAsync();
            await Assertions.Expect(reader.Field("Password")).ToHaveValueAsync("");
            await Task.WhenAll(answers); // one that is still worked on would free its place in the next test
        }
        finally
        {
            foreach (var other in others) await other.DisposeAsync();
        }
    }
}
