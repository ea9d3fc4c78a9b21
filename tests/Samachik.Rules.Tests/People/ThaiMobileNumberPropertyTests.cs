using CsCheck;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class ThaiMobileNumberPropertyTests
{
    private static readonly Gen<string> national =
        Gen.Select(Gen.OneOf('6', '8', '9'), Gen.Char['0', '9'].Array[8]).Select((first, rest) => $"0{first}{new string(rest)}");

    [Fact]
    public void A_number_is_read_in_any_spelling() =>
        Gen.Select(national, Gen.OneOf("", "66", "0066", "660", "00660")).SelectMany((number, prefix) =>
            TypedText.Spelling(prefix.Length == 0 ? number : prefix + number[1..]).Select(spelling => (number, spelling))).Sample(pair =>
            ThaiMobileNumber.TryParse(pair.spelling, out var read, out _) && read.National == pair.number);

    [Fact]
    public void What_is_stored_or_shown_is_read_again() => national.Sample(typed =>
        ThaiMobileNumber.TryParse(typed, out var number, out _)
        && ThaiMobileNumber.TryParse(number.E164, out var stored, out _) && stored == number
        && ThaiMobileNumber.TryParse(number.Grouped, out var shown, out _) && shown == number
        && number.E164.Length == 12
        && number.ToString().Count(char.IsAsciiDigit) == 6);

    [Fact]
    public void Digits_are_taken_only_as_mobile_numbers() =>
        Gen.Select(Gen.OneOf("", "0", "08", "66", "660", "0066", "00660", "006666"), Gen.Char['0', '9'].Array[7, 11]).Sample((start, rest) =>
        {
            var digits = start + new string(rest);
            return !ThaiMobileNumber.TryParse(digits, out var number, out _)
                || (digits[^9] is '6' or '8' or '9'
                    && number.E164 == "+66" + digits[^9..]
                    && digits[..^9] is "0" or "66" or "0066" or "660" or "00660");
        });

    [Fact]
    public void Every_slip_of_the_keyboard_is_offered_back() => national.Sample(typed =>
        ThaiMobileNumber.ReadThaiKeyboard(TypedText.OnThaiKeyboard(typed))?.Replace("-", "", StringComparison.Ordinal) == typed);

    [Fact]
    public void Any_text_is_answered() => TypedText.Any.Sample(typed =>
    {
        _ = ThaiMobileNumber.ReadThaiKeyboard(typed);
        return ThaiMobileNumber.TryParse(typed, out var number, out var flaw)
            ? flaw is null && number.National[0] == '0' && number.National.All(char.IsAsciiDigit)
            : flaw is not null && number is null;
    });

    [Theory]
    [InlineData('0', MobileNumberFlaw.NotANumber)]
    [InlineData('8', MobileNumberFlaw.WrongLength)]
    [InlineData('6', MobileNumberFlaw.WrongLength)]
    [InlineData('-', MobileNumberFlaw.NotANumber)]
    [InlineData('ๅ', MobileNumberFlaw.ThaiKeyboard)]
    [InlineData(' ', MobileNumberFlaw.Missing)]
    public void Ten_thousand_characters_are_refused(char c, MobileNumberFlaw expected)
    {
        Assert.False(ThaiMobileNumber.TryParse(new string(c, 10_000), out _, out var flaw));
        Assert.Equal(expected, flaw);
        Assert.Null(ThaiMobileNumber.ReadThaiKeyboard(new string(c, 10_000)));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_digit()
    {
        Assert.False(ThaiMobileNumber.TryParse("\uDE000812345678", out _, out var flaw));
        Assert.Equal(MobileNumberFlaw.NotANumber, flaw);
    }
}
