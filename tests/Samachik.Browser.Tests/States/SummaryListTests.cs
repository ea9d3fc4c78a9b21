using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>Facts in a list stand below one another, and use the width of a phone.</summary>
public sealed class SummaryListTests(BrowserAndSites world)
{
    private const string Lefts =
        "() => [...new Set([...document.querySelectorAll('.govuk-summary-list__value')].map(value => Math.round(value.getBoundingClientRect().left)))]";

    private const string NarrowKeys = """
        () => [...document.querySelectorAll('.govuk-summary-list__key')]
          .filter(key => key.getBoundingClientRect().width < key.parentElement.getBoundingClientRect().width - 1).length
        """;

    [Fact]
    public async Task On_a_wide_screen_every_value_begins_at_one_place_with_a_link_beside_it_or_without()
    {
        await using var reader = await AtAccountAsync(new());
        Assert.Single(await reader.Page.EvaluateAsync<int[]>(Lefts));
    }

    [Fact]
    public async Task On_a_phone_a_key_has_its_line_to_itself_and_all_of_it()
    {
        await using var reader = await AtAccountAsync(Reading.OldPhone);
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>(NarrowKeys));
    }

    private async Task<Reader> AtAccountAsync(Reading reading)
    {
        var reader = await Reader.OpenAsync(world, reading);
        await reader.GiveCookiesAsync(await world.MemberCookiesAsync(reading.Language));
        await reader.GoAsync("/account");
        return reader;
    }
}
