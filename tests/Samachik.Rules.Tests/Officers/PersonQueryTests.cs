using Samachik.Rules.Officers;

namespace Samachik.Rules.Tests.Officers;

/// <summary>What one box understands.</summary>
public sealed class PersonQueryTests
{
    [Theory]
    [InlineData("1-1017-00000-13-3", PersonQueryKind.NationalId)]
    [InlineData("๑๑๐๑๗๐๐๐๐๐๑๓๓", PersonQueryKind.NationalId)]
    [InlineData("081-234-5678", PersonQueryKind.Phone)]
    [InlineData("+66812345678", PersonQueryKind.Phone)]
    [InlineData("bcdf", PersonQueryKind.Reference)]
    [InlineData("B C D F", PersonQueryKind.Reference)]
    [InlineData("สมชาย ใจดี", PersonQueryKind.FullName)]
    [InlineData("Somchai Jaidee", PersonQueryKind.FullName)]
    public void It_is_told_what_it_is(string typed, PersonQueryKind kind) => Assert.Equal(kind, PersonQuery.Read(typed)?.Kind);

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("12345")]
    [InlineData("1101700000134")]
    [InlineData("%%%")]
    public void What_is_none_of_them_is_nothing(string? typed) => Assert.Null(PersonQuery.Read(typed));

    [Theory]
    [InlineData("นาย สมชาย ใจดี")]
    [InlineData("นางสาว  สมชาย ใจดี")]
    [InlineData("คุณ สมชาย ใจดี")]
    public void A_title_before_a_name_is_left_out(string typed) => Assert.Equal("สมชาย ใจดี", PersonQuery.Read(typed)?.FullName);

    [Fact]
    public void It_prints_only_its_kind() => Assert.Equal("NationalId", $"{PersonQuery.Read("1101700000133")}");

    [Theory]
    [InlineData("สมชาย", "ใจดี", "สม••• ใจ•••")]
    [InlineData("Somchai", null, "So•••")]
    [InlineData("กา", "บ", "••• •••")]
    public void A_masked_name_shows_two_letters(string first, string? last, string masked) => Assert.Equal(masked, MaskedName.Of(first, last));

    [Fact]
    public void An_officer_number_reads_as_it_is_shown()
    {
        var number = OfficerNumber.Draw(below => below / 2);
        Assert.True(OfficerNumber.TryParse(number.Grouped, out var read));
        Assert.Equal(number, read);
        Assert.False(OfficerNumber.TryParse("12345", out _));
    }
}
