using Samachik.Rules.Board.Moderation;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

public sealed class PostCopyTests
{
    [Fact]
    public void A_copy_says_what_the_post_said_and_prints_nothing_of_it()
    {
        var copy = PostCopy.Of(Title("หัวข้อของกระทู้นี้"), Text("เนื้อความของกระทู้นี้"), 4);
        Assert.Equal(("หัวข้อของกระทู้นี้", "เนื้อความของกระทู้นี้", 4), (copy.Title, copy.Text, copy.Revision));
        Assert.Equal("PostCopy", $"{copy}");
        Assert.DoesNotContain("กระทู้", $"{new DecisionSubject(Member, Post, copy)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Its_digest_is_that_of_title_and_text()
    {
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("หัวข้อของกระทู้นี้\nเนื้อความของกระทู้นี้"u8)),
            PostCopy.Of(Title("หัวข้อของกระทู้นี้"), Text("เนื้อความของกระทู้นี้"), 0).Digest);
        Assert.NotEqual(
            PostCopy.Of(null, Text("หัวข้อของกระทู้นี้\nเนื้อความของกระทู้นี้"), 0).Digest,
            PostCopy.Of(Title("หัวข้อของกระทู้นี้"), Text("เนื้อความของกระทู้นี้"), 0).Digest);
    }

    [Fact]
    public void A_revision_is_no_negative_number() => Assert.Throws<ArgumentOutOfRangeException>(() => PostCopy.Of(null, Text("เนื้อความของกระทู้นี้"), -1));
}
