using Samachik.Rules.Board.Checking;

namespace Samachik.Rules.Tests.Board.Checking;

public sealed class TextLinksTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("ดูที่ https://www.sso.go.th/wpr/main/?a=1&b=2 ครับ", "https://www.sso.go.th/wpr/main/?a=1&b=2")]
    [InlineData("ดูที่https://www.sso.go.thครับ", "https://www.sso.go.th")]
    [InlineData("(www.example.com), sso.go.th/e-self.", "www.example.com|sso.go.th/e-self")]
    [InlineData("HTTP://EXAMPLE.COM hxxps://example.org", "HTTP://EXAMPLE.COM|hxxps://example.org")]
    [InlineData("ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ", "ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ")]
    [InlineData("exam\u200Bple.com/a", "exam\u200Bple.com/a")]
    [InlineData("bit.ly/abc\nlin.ee/abc wa.me/66812345678", "bit.ly/abc|lin.ee/abc|wa.me/66812345678")]
    [InlineData("nobody@example.com 1.5 3.0.12 สปส.1-10 e.g. a.m. http://", "")]
    [InlineData("a.com b.net 😀 c.org", "a.com|b.net|c.org")]
    public void Links_are_found_as_typed(string text, string links) =>
        Assert.Equal(links, string.Join('|', TextLinks.Find(text).Select(link => text.Substring(link.Start, link.Length))));
}
