using CsCheck;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class NationalIdPropertyTests
{
    private static readonly Gen<string> twelve =
        Gen.Select(Gen.Char['1', '8'], Gen.Char['0', '9'].Array[11]).Select((first, rest) => first + new string(rest));

    private static readonly Gen<string> valid = twelve.Select(digits => digits + NationalId.CheckDigit(digits));

    // The rule as the encyclopedia words it: x = sum mod 11; 1 - x if x is 0 or 1, else 11 - x.
    [Fact]
    public void The_check_digit_agrees_with_the_other_wording() => twelve.Sample(digits =>
    {
        var runningSum = 0;
        var weightedSum = 0;
        foreach (var c in digits)
        {
            runningSum += c - '0';
            weightedSum += runningSum;
        }
        var x = (weightedSum + runningSum) % 11;
        return NationalId.CheckDigit(digits) - '0' == (x <= 1 ? 1 - x : 11 - x);
    });

    [Fact]
    public void A_valid_number_is_read_in_any_spelling() =>
        valid.SelectMany(digits => TypedText.Spelling(digits).Select(spelling => (digits, spelling))).Sample(pair =>
            NationalId.TryParse(pair.spelling, acceptLeadingZero: false, out var id, out _) && id.Digits == pair.digits);

    [Fact]
    public void What_is_shown_is_read_again() => valid.Sample(digits =>
        NationalId.TryParse(digits, acceptLeadingZero: false, out var id, out _)
        && NationalId.TryParse(id.Grouped, acceptLeadingZero: false, out var again, out _)
        && again == id
        && !NationalId.TryParse(id.Masked, acceptLeadingZero: false, out _, out _)
        && id.ToString().Count(char.IsAsciiDigit) == 3);

    [Fact]
    public void No_other_check_digit_is_taken() => Gen.Select(valid, Gen.Char['0', '9']).Sample((digits, last) =>
        NationalId.TryParse(digits[..12] + last, acceptLeadingZero: false, out _, out var flaw)
            ? last == digits[12]
            : last != digits[12] && flaw == NationalIdFlaw.WrongCheckDigit);

    [Fact]
    public void A_change_of_the_third_digit_alone_is_never_noticed() => Gen.Select(valid, Gen.Char['0', '9']).Sample((digits, third) =>
        NationalId.TryParse($"{digits[..2]}{third}{digits[3..]}", acceptLeadingZero: false, out _, out _));

    [Fact]
    public void Every_slip_of_the_keyboard_is_offered_back() => valid.Sample(digits =>
    {
        var slip = TypedText.OnThaiKeyboard(digits);
        return !slip.AsSpan().ContainsAnyExcept('/', '-')
            || (!NationalId.TryParse(slip, acceptLeadingZero: false, out _, out var flaw)
                && flaw == NationalIdFlaw.ThaiKeyboard
                && NationalId.ReadThaiKeyboard(slip)?.Replace("-", "", StringComparison.Ordinal) == digits);
    });

    [Fact]
    public void Any_text_is_answered() => Gen.Select(TypedText.Any, Gen.Bool).Sample((typed, zero) =>
    {
        _ = NationalId.ReadThaiKeyboard(typed);
        return NationalId.TryParse(typed, zero, out var id, out var flaw)
            ? flaw is null && id.Digits.Length == 13 && id.Digits.All(char.IsAsciiDigit)
            : flaw is not null && id is null;
    });

    [Theory]
    [InlineData('1')]
    [InlineData(' ')]
    [InlineData('-')]
    [InlineData('ๅ')]
    [InlineData('x')]
    public void Ten_thousand_characters_are_refused(char c)
    {
        Assert.False(NationalId.TryParse(new string(c, 10_000), acceptLeadingZero: true, out _, out _));
        Assert.Null(NationalId.ReadThaiKeyboard(new string(c, 10_000)));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_digit()
    {
        Assert.False(NationalId.TryParse("1234567890121\uD83D", acceptLeadingZero: false, out _, out var flaw));
        Assert.Equal(NationalIdFlaw.NotThirteenDigits, flaw);
    }
}
