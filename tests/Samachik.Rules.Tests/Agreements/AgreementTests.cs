using Samachik.Rules.Agreements;

namespace Samachik.Rules.Tests.Agreements;

public sealed class AgreementTests
{
    private static readonly Agreement Shown = new(
        AgreementDocument.Privacy, "1.0", new DateOnly(2026, 11, 1), ReadingLanguage.Thai, "ประกาศ", "ข้อความ");

    [Fact]
    public void The_digest_is_that_of_the_very_text_in_UTF_8() => Assert.Equal(
        "9c866376e429ed86b12b1f3af9434e4dd52a19c3660de2e33bcedd32ee998c3d", Shown.Digest);

    [Fact]
    public void Another_letter_gives_another_digest() =>
        Assert.NotEqual(Shown.Digest, new Agreement(Shown.Document, Shown.Version, Shown.Effective, Shown.Language, Shown.Title, "ข้อความ ").Digest);

    [Fact]
    public void An_acceptance_tells_document_version_digest_language_and_time()
    {
        var now = new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
        Assert.Equal(new Acceptance(AgreementDocument.Privacy, "1.0", Shown.Digest, ReadingLanguage.Thai, now), Acceptance.Of(Shown, now));
    }

    [Theory]
    [InlineData("th", ReadingLanguage.Thai)]
    [InlineData("en", ReadingLanguage.English)]
    [InlineData("EN", ReadingLanguage.Thai)]
    [InlineData("", ReadingLanguage.Thai)]
    [InlineData(null, ReadingLanguage.Thai)]
    public void Every_tag_that_we_do_not_have_reads_Thai(string? tag, ReadingLanguage expected) =>
        Assert.Equal(expected, LanguageTag.Read(tag));
}
