using Samachik.Rules.Officers;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.Officers;

public sealed class CardEvidenceTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly TypedCard Good = new(CardKind.NationalIdCard, "0121", "31", "12", "2570", false, true, true);

    private static NationalId Id => NationalId.TryParse("1234567890121", false, out var id, out _) ? id : throw new InvalidOperationException();

    public static TheoryData<string, TypedCard, CardEvidenceFlaw> Wrong => new()
    {
        { "three digits", Good with { LastDigits = "121" }, CardEvidenceFlaw.LastDigitsNotFour },
        { "letters", Good with { LastDigits = "01a1" }, CardEvidenceFlaw.LastDigitsNotFour },
        { "another number", Good with { LastDigits = "9999" }, CardEvidenceFlaw.OtherNumber },
        { "no day", Good with { ExpiryDay = "" }, CardEvidenceFlaw.ExpiryNotADay },
        { "31 June", Good with { ExpiryMonth = "6" }, CardEvidenceFlaw.ExpiryNotADay },
        { "month 13", Good with { ExpiryMonth = "13" }, CardEvidenceFlaw.ExpiryNotADay },
        { "yesterday", Good with { ExpiryDay = "19", ExpiryMonth = "11", ExpiryYear = "2569" }, CardEvidenceFlaw.Expired },
        { "a Christian year", Good with { ExpiryYear = "2027" }, CardEvidenceFlaw.Expired },
        { "in twenty years", Good with { ExpiryYear = "2589" }, CardEvidenceFlaw.ExpiryTooFar },
        { "face", Good with { FaceCompared = false }, CardEvidenceFlaw.FaceNotCompared },
        { "data", Good with { DataCompared = false }, CardEvidenceFlaw.DataNotCompared },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Tells_what_is_wrong(string what, TypedCard typed, CardEvidenceFlaw flaw)
    {
        Assert.False(CardEvidence.TryParse(typed, Id, Today, out var evidence, out var flaws), what);
        Assert.Null(evidence);
        Assert.Equal([flaw], flaws);
    }

    [Fact]
    public void Tells_all_of_it_at_once()
    {
        CardEvidence.TryParse(new(CardKind.NationalIdCard, null, null, null, null, false, false, false), Id, Today, out _, out var flaws);
        Assert.Equal(
            [CardEvidenceFlaw.LastDigitsNotFour, CardEvidenceFlaw.ExpiryNotADay, CardEvidenceFlaw.FaceNotCompared, CardEvidenceFlaw.DataNotCompared], flaws);
    }

    [Fact]
    public void Is_good_on_its_last_day_and_in_Thai_digits()
    {
        var typed = Good with { ExpiryDay = "๒๐", ExpiryMonth = "11", ExpiryYear = "๒๕๖๙" };
        Assert.True(CardEvidence.TryParse(typed, Id, Today, out var evidence, out _));
        Assert.Equal(Today, evidence.GoodUntil);
        Assert.Equal(evidence, CardEvidence.FromCanonical(evidence.Canonical));
    }

    [Fact]
    public void A_card_for_life_has_no_last_day()
    {
        Assert.True(CardEvidence.TryParse(Good with { ExpiryDay = null, ExpiryYear = "", IsForLife = true }, Id, Today, out var evidence, out _));
        Assert.Null(evidence.GoodUntil);
        Assert.Equal(evidence, CardEvidence.FromCanonical(evidence.Canonical));
    }

    [Fact]
    public void Prints_nothing()
    {
        CardEvidence.TryParse(Good, Id, Today, out var evidence, out _);
        Assert.Equal("CardEvidence", evidence?.ToString());
        Assert.DoesNotContain("2570", Good.ToString(), StringComparison.Ordinal);
    }
}
