using Microsoft.Playwright;
using Samachik.Browser.Tests.States;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Scripts;

/// <summary>Where the SMS is: by itself with scripts, by a link without.</summary>
public sealed class DeliveryScriptTests(BrowserAndSites world)
{
    // The outbox brings an SMS to this number after twenty seconds.
    private const string SlowNumber = "0800000004";
    private const string Delivered = "delivery = 'Delivered', delivery_at = @now";

    [Fact]
    public async Task What_is_typed_stays_and_keeps_the_focus_when_the_page_learns_that_the_SMS_arrived()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        reader.Person = reader.Person with { Phone = SlowNumber };
        await reader.AskForCodeAsync();
        await reader.Field("Code").PressSequentiallyAsync("12");
        await Assertions.Expect(reader.Page.Locator(".sm-refresh")).ToBeHiddenAsync();
        await ToldAsync(reader, "delayed");
        await ToldAsync(reader, "delivered");
        await Assertions.Expect(reader.Field("Code")).ToHaveValueAsync("12");
        await Assertions.Expect(reader.Field("Code")).ToBeFocusedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Once_it_is_settled_nothing_is_asked_any_more()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await CodeStates.TellAsync(reader, "delivered", Delivered);
        var asked = 0;
        reader.Page.Request += (_, _) => asked++;
        await Assert.ThrowsAsync<TimeoutException>(() => reader.Page.WaitForRequestAsync("**?handler=Delivery", new() { Timeout = 5_000 }));
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task Without_scripts_a_link_tells_it_anew()
    {
        await using var reader = await Reader.OpenAsync(world, new(Scripts: false));
        reader.Person = reader.Person with { Phone = SlowNumber };
        await reader.AskForCodeAsync();
        var told = reader.Page.Locator("#code-delivery");
        Assert.NotEqual("delivered", await told.GetAttributeAsync("data-delivery"));

        // The last page has no link any more, and may be here already when it is looked for.
        var link = reader.Page.Locator(".sm-refresh a, #code-delivery[data-delivery=delivered]").First;
        await Eventually.TrueAsync(
            async () =>
            {
                await link.ClickAsync();
                return await told.GetAttributeAsync("data-delivery") == "delivered";
            },
            "the link to tell that it arrived");
    }

    /// <summary>Waits until the page tells so of the SMS.</summary>
    internal static Task ToldAsync(Reader reader, string word) => Assertions.Expect(reader.Page.Locator("#code-delivery"))
        .ToHaveAttributeAsync("data-delivery", word);
}
