using Samachik.Rules.Agreements;
using Samachik.Rules.Officers;

namespace Samachik.Rules.Tests.Agreements;

/// <summary>What staff write: read whole or told what is wrong, all at once.</summary>
public sealed class AgreementDraftTests
{
    private static readonly DateOnly Earliest = new(2026, 12, 2);
    private static readonly TypedAgreement Right =
        new(AgreementDocument.Privacy, "1.1", "2", "12", "2569", "ประกาศ", "ข้อความ\r\nสองบรรทัด ", "Notice", "Text\r\nof two lines");

    [Fact]
    public void What_is_right_is_read_with_line_feeds_alone()
    {
        Assert.True(AgreementDraft.TryParse(Right, Earliest, out var draft, out _));
        Assert.Equal(("1.1", Earliest), (draft.Version, draft.Effective));
        Assert.Equal("ข้อความ\nสองบรรทัด", draft.In(ReadingLanguage.Thai).Text);
        Assert.Equal("Text\nof two lines", draft.In(ReadingLanguage.English).Text);
        Assert.Equal("Notice", draft.In(ReadingLanguage.English).Title);
    }

    [Theory]
    [InlineData("๑.๑๐", "1.10")]
    [InlineData(" 999.0 ", "999.0")]
    public void A_version_is_two_numbers(string typed, string read)
    {
        Assert.True(AgreementDraft.TryParse(Right with { Version = typed }, Earliest, out var draft, out _));
        Assert.Equal(read, draft.Version);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.01")]
    [InlineData("01.1")]
    [InlineData("1.")]
    [InlineData("1.1.1")]
    [InlineData("1.1234")]
    [InlineData("1,1")]
    [InlineData("v1.1")]
    [InlineData("1.-1")]
    public void Else_it_is_none(string typed)
    {
        Assert.False(AgreementDraft.TryParse(Right with { Version = typed }, Earliest, out _, out var flaws));
        Assert.Equal([(AgreementField.Version, AgreementFlaw.NotAVersion)], flaws.Fields);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var typed = new TypedAgreement(
            AgreementDocument.Conduct, " ", "1", "12", "2569", "สอง\nบรรทัด", new('ก', AgreementDraft.MaxText + 1), new('t', AgreementDraft.MaxTitle + 1), "turn\u202Eed");
        Assert.False(AgreementDraft.TryParse(typed, Earliest, out var draft, out var flaws));
        Assert.Null(draft);
        Assert.Equal(
            [
                (AgreementField.Version, AgreementFlaw.Missing), (AgreementField.ThaiTitle, AgreementFlaw.OtherCharacters),
                (AgreementField.ThaiText, AgreementFlaw.TooLong), (AgreementField.EnglishTitle, AgreementFlaw.TooLong),
                (AgreementField.EnglishText, AgreementFlaw.OtherCharacters),
            ],
            flaws.Fields);
        Assert.Equal(TypedDayFlaw.TooEarly, flaws.Day);
    }

    [Fact]
    public void Nothing_changes_without_the_digest_telling_it()
    {
        Assert.True(AgreementDraft.TryParse(Right, Earliest, out var draft, out _));
        AgreementDraft[] others =
        [
            draft with { Document = AgreementDocument.Conduct }, draft with { Version = "1.2" }, draft with { Effective = Earliest.AddDays(1) },
            draft with { ThaiTitle = "ก" }, draft with { ThaiText = "ก" }, draft with { EnglishTitle = "a" }, draft with { EnglishText = "a" },
            draft with { ThaiText = draft.EnglishText, EnglishText = draft.ThaiText },
        ];
        Assert.Equal(others.Length + 1, others.Append(draft).Select(other => other.Digest).Distinct().Count());
        Assert.Equal(draft.Digest, (draft with { }).Digest);
    }
}
