using CsCheck;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class EmailAddressPropertyTests
{
    private const string Telling = "aZ09.-_+@@..\"'<>()[],;: \r\n\t\0กๅ๑๙\u00E9\uFF20\u200B\uD83D\uDE00";

    private static readonly Gen<string> Letters = Gen.OneOf("abcxyzABCXYZ0189".ToCharArray()).Array[1, 12].Select(word => new string(word));

    private static readonly Gen<string> Name =
        Gen.Select(Letters, Gen.OneOf(".", "+", "_", "-"), Letters).Select((first, sign, rest) => first + sign + rest);

    private static readonly Gen<string> Domain = Gen.Select(Letters, Letters).Select((first, second) => $"{first}.{second}.th");

    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.Int[0, 0xFFFF].Select(unit => (char)unit), Gen.OneOf(Telling.ToCharArray())).Array[0, 40].Select(units => new string(units));

    [Fact]
    public void An_address_is_read_in_any_spelling() => Gen.Select(Name, Domain, Gen.OneOf("", " ", "\t", "\u00A0")).Sample((name, domain, space) =>
        EmailAddress.TryParse($"{space}{name}@{domain}{space}", out var read, out var flaw)
        && flaw is null && read.Text == $"{name}@{domain.ToLowerInvariant()}" && read.Canonical.Equals(read.Text, StringComparison.OrdinalIgnoreCase) && !read.Canonical.Any(char.IsUpper));

    [Fact]
    public void Thai_digits_are_digits() => Gen.Select(Name, Domain).Sample((name, domain) =>
    {
        var address = $"{name}@{domain}";
        var thai = string.Concat(address.Select(c => char.IsAsciiDigit(c) ? TypedText.Thai(c) : c));
        return EmailAddress.TryParse(thai, out var read, out _) && EmailAddress.TryParse(address, out var plain, out _) && read == plain;
    });

    [Fact]
    public void What_is_stored_is_read_again_the_same() => Any.Sample(typed =>
        !EmailAddress.TryParse(typed, out var read, out _) || EmailAddress.TryParse(read.Text, out var again, out _) && again == read);

    [Fact]
    public void What_is_read_can_stand_in_a_mails_head() => Gen.Select(Any, Domain).Sample((name, domain) =>
        !EmailAddress.TryParse($"{name}@{domain}", out var read, out _)
        || read.Text.Length <= EmailAddress.MaxLength && read.Text.Count(c => c == '@') == 1
            && read.Text.All(c => c is > ' ' and < '\u007F' and not ('<' or '>' or '"' or ',' or ';' or ':' or '(' or ')' or '[' or ']' or '\\')));

    [Fact]
    public void Any_text_is_answered() => Any.Sample(typed => EmailAddress.TryParse(typed, out var address, out var flaw)
        ? flaw is null && address.Masked.Length >= 3 && !$"{address}".Contains(address.Text, StringComparison.Ordinal)
        : flaw is not null && address is null);
}
