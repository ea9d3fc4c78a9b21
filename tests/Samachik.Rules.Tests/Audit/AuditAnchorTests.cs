using Samachik.Rules.Audit;

namespace Samachik.Rules.Tests.Audit;

/// <summary>A seal's number and head as an operator writes them down.</summary>
public sealed class AuditAnchorTests
{
    private static readonly AuditSeal Seal = AuditSeal.Make(
        null, [new AuditRecord(1, 2, "SignedUp", "Member", null, null, null, null, default, default)], DateTimeOffset.UnixEpoch, 1);

    [Fact]
    public void What_a_seal_tells_is_read_back_and_fits_it_alone()
    {
        var told = AuditAnchor.Of(Seal).ToString();
        Assert.StartsWith("1:", told, StringComparison.Ordinal);
        Assert.True(AuditAnchor.TryParse(told, out var read));
        Assert.True(read.Fits(Seal));
        Assert.True(AuditAnchor.TryParse(told.ToUpperInvariant(), out read));
        Assert.True(read.Fits(Seal));
        Assert.False(read.Fits(Seal with { Number = 2 }));
        Assert.False(read.Fits(Seal with { Head = new byte[32] }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1:")]
    [InlineData("1:ab")]
    [InlineData("0:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("๑:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1:000000000000000000000000000000000000000000000000000000000000000g")]
    [InlineData("1:0000000000000000000000000000000000000000000000000000000000000000:1")]
    public void Other_words_are_no_anchor(string? text) => Assert.False(AuditAnchor.TryParse(text, out _));
}
