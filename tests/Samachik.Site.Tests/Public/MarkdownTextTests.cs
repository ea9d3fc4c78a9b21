using AngleSharp.Html.Parser;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Public;

/// <summary>What staff write into an agreement leads nowhere but to pages, mailboxes and telephones.</summary>
public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("/privacy")]
    [InlineData("/")]
    [InlineData("#rules")]
    [InlineData("https://www.example.go.th/x?y=1")]
    [InlineData("HTTP://www.example.go.th/")]
    [InlineData("mailto:office@example.go.th")]
    [InlineData("tel:1506")]
    public void A_link_of_a_known_kind_leads_on(string address)
    {
        Assert.Equal(address, HrefOf($"[word]({address})"));
        Assert.Equal(address, HrefOf($"[word][1]\n\n[1]: {address}"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java&#9;script:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4=")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("evil.example")]
    public void Any_other_leads_nowhere(string address)
    {
        Assert.Equal("", HrefOf($"[word]({address})"));
        Assert.Equal("", HrefOf($"[word](<{address}>)"));
        Assert.Equal("", HrefOf($"[word][1]\n\n[1]: {address}"));
    }

    [Fact]
    public void A_bare_address_is_a_link_only_if_it_is_of_a_known_kind()
    {
        Assert.Equal("https://www.example.go.th/", HrefOf("<https://www.example.go.th/>"));
        Assert.Equal("mailto:office@example.go.th", HrefOf("<office@example.go.th>"));
        var page = Parse("before <javascript:alert(1)> and <data:text/html,x> after");
        Assert.Null(page.QuerySelector("a"));
        Assert.Contains("javascript:alert(1)", page.Body?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/pixel.png")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("//evil.example/pixel.png")]
    public void A_picture_is_of_this_site(string address)
    {
        Assert.Equal("", Parse($"![word](<{address}>)").QuerySelector("img")?.GetAttribute("src"));
        Assert.Equal("/assets/map.svg", Parse("![word](/assets/map.svg)").QuerySelector("img")?.GetAttribute("src"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=alert(1)>bold</b> word")]
    public void Raw_html_is_shown_as_typed(string text)
    {
        var page = Parse(text);
        Assert.Empty(page.QuerySelectorAll("script, img, b"));
        Assert.Contains(text, page.Body?.TextContent, StringComparison.Ordinal);
    }

    private static string? HrefOf(string markdown) => Parse(markdown).QuerySelector("a")?.GetAttribute("href");

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string markdown) => new HtmlParser().ParseDocument(MarkdownText.ToHtml(markdown));
}
