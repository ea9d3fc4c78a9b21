using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Journeys;

/// <summary>A page of another site sends our forms by itself, as soon as a member opens it: nothing comes of it.</summary>
public sealed class ForeignPageTests(BrowserAndSites world)
{
    private const string Foreign = "http://elsewhere.example/";

    [Fact]
    public async Task A_page_of_another_site_cannot_act_for_a_member_or_for_anybody()
    {
        await using var reader = await Reader.OpenAsync(world, new());
        await reader.BecomeMemberAsync();
        foreach (var (path, field, value, refusal) in new[]
        {
            // The browser brings no session along, so the pages of members lead a stranger to the sign-in.
            ("/account/sessions?handler=EndOthers", "Any", "1", 302), ("/account/close", "CloseAccount", "true", 302),
            ("/account/password", "Password", "khanun58Thong", 302),
            ("/sign-out", "Any", "1", 400), ("/sign-in", "NationalId", "1", 400), ("/language", "Culture", "en", 400),
        })
        {
            await reader.Page.RouteAsync($"{Foreign}**", route => route.FulfillAsync(new()
            {
                ContentType = "text/html",
                Body = $"<form method='post' action='{reader.Site.Address}{path}'><input name='{field}' value='{value}'></form>"
                    + "<script>document.forms[0].submit()</script>",
            }));
            var answer = await reader.Page.RunAndWaitForResponseAsync(
                () => reader.Page.GotoAsync(Foreign, new() { WaitUntil = WaitUntilState.Commit }), response => response.Request.Method == "POST");
            Assert.Equal((path, refusal), (new Uri(answer.Url).PathAndQuery, answer.Status));
            Assert.DoesNotContain("session", (await answer.Request.AllHeadersAsync()).GetValueOrDefault("cookie", ""), StringComparison.Ordinal);
            await reader.Page.UnrouteAllAsync();
            await reader.Page.ComesToAsync($"{reader.Site.Address}/**");
        }

        await reader.GoAsync("/account");
        Assert.Equal("/account", reader.Path);
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "th");
    }
}
