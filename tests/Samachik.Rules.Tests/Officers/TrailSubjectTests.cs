using Samachik.Rules.Officers;
using Samachik.Rules.Recovery;

namespace Samachik.Rules.Tests.Officers;

/// <summary>About which account the trail can be asked.</summary>
public sealed class TrailSubjectTests
{
    [Theory]
    [InlineData("1-1017-00000-13-3", TrailSubjectKind.NationalId)]
    [InlineData("๑๑๐๑๗๐๐๐๐๐๑๓๓", TrailSubjectKind.NationalId)]
    [InlineData(" 0193f1a2-7b3c-7d4e-8f50-123456789abc ", TrailSubjectKind.Account)]
    [InlineData("0193F1A2-7B3C-7D4E-8F50-123456789ABC", TrailSubjectKind.Account)]
    public void It_is_told_what_it_is(string typed, TrailSubjectKind kind) => Assert.Equal(kind, TrailSubject.Read(typed)?.Kind);

    [Fact]
    public void A_case_number_is_one()
    {
        var number = CaseNumber.Draw(below => below / 2);
        Assert.Equal(number, TrailSubject.Read(number.Text.ToLowerInvariant())?.CaseNumber);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("1101700000134")]
    [InlineData("081-234-5678")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("0193f1a27b3c7d4e8f50123456789abc")]
    public void What_is_none_of_them_is_nothing(string? typed) => Assert.Null(TrailSubject.Read(typed));

    [Fact]
    public void It_prints_only_its_kind() => Assert.Equal("NationalId", $"{TrailSubject.Read("1101700000133")}");
}
