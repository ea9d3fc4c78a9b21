using Samachik.Rules.Passwords;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.Passwords;

public class OwnNumbersTests
{
    private static readonly string idDigits = "123456789012" + NationalId.CheckDigit("123456789012");

    internal static PasswordOwner Somebody { get; } = Owner("2540-02-01");

    [Theory]
    [InlineData(PasswordRuleKind.Office)]
    [InlineData(PasswordRuleKind.Standard)]
    public void The_own_id_number_is_no_password(PasswordRuleKind kind)
    {
        Assert.Equal(PasswordFlaw.OwnNationalId, PasswordRule.Check(idDigits, kind, Somebody));
        Assert.NotEqual(PasswordFlaw.OwnNationalId, PasswordRule.Check(idDigits, kind, new PasswordOwner(null, null, null)));
    }

    [Fact]
    public void Nor_is_it_when_grouped_or_in_Thai_digits()
    {
        Assert.Equal(PasswordFlaw.OwnNationalId, Standard("1-2345-67890-12-" + idDigits[12]));
        Assert.Equal(PasswordFlaw.OwnNationalId, Standard("1 2345 67890 12 " + idDigits[12]));
        Assert.Equal(PasswordFlaw.OwnNationalId, Standard("๑๒๓๔๕๖๗๘๙๐๑๒" + (char)(idDigits[12] - '0' + '๐')));
    }

    [Theory]
    [InlineData("0812345678")]
    [InlineData("812345678")]
    [InlineData("66812345678")]
    [InlineData("0066812345678")]
    [InlineData("+66812345678")]
    [InlineData("+66 81 234 5678")]
    [InlineData("+66 (0)81 234 5678")]
    [InlineData("081-234-5678")]
    [InlineData("081.234.5678")]
    [InlineData("๐๘๑-๒๓๔-๕๖๗๘")]
    public void The_own_phone_number_is_no_password(string password)
    {
        Assert.Equal(PasswordFlaw.OwnPhone, Standard(password));
        if (password.All(char.IsAsciiDigit)) Assert.Equal(PasswordFlaw.OwnPhone, Office(password));
    }

    [Theory]
    [InlineData("01022540")]
    [InlineData("010240")]
    [InlineData("25400201")]
    [InlineData("400201")]
    [InlineData("122540")]
    [InlineData("02012540")]
    [InlineData("01021997")]
    [InlineData("010297")]
    [InlineData("19970201")]
    [InlineData("970201")]
    [InlineData("121997")]
    [InlineData("02011997")]
    public void The_own_birth_date_is_no_password(string password) => Assert.Equal(PasswordFlaw.OwnBirthDate, Office(password));

    [Theory]
    [InlineData("1-2-2540")]
    [InlineData("01/02/2540")]
    [InlineData("01.02.1997")]
    [InlineData("1997-02-01")]
    [InlineData("01 02 2540")]
    [InlineData("๐๑/๐๒/๒๕๔๐")]
    public void Nor_with_what_stands_between(string password) => Assert.Equal(PasswordFlaw.OwnBirthDate, Standard(password));

    [Theory]
    [InlineData("2530-05-00", "052530")]
    [InlineData("2530-05-00", "00051987")]
    [InlineData("2530-00-00", "00002530")]
    [InlineData("2480-02-10", "10022480")]
    [InlineData("2480-02-10", "10021938")]
    [InlineData("2480-02-10", "10021937")]
    [InlineData("2480-02-00", "021938")]
    [InlineData("2480-05-10", "10051937")]
    public void Knows_the_calendars_of_the_card(string born, string password) =>
        Assert.Equal(PasswordFlaw.OwnBirthDate, PasswordRule.Check(password, PasswordRuleKind.Office, Owner(born)));

    [Theory]
    [InlineData("7890123")]
    [InlineData("12345678")]
    [InlineData("0812345679")]
    [InlineData("k0812345678")]
    [InlineData("0812345678k")]
    [InlineData("02022540")]
    [InlineData("01022540x")]
    [InlineData("10051938")]
    public void A_part_of_it_or_another_number_is_not_the_own(string password)
    {
        Assert.True(PasswordRule.Check(password, PasswordRuleKind.Office, Somebody) is null or PasswordFlaw.Common);
    }

    [Fact]
    public void The_owner_prints_nothing()
    {
        Assert.DoesNotContain(Somebody.ToString(), char.IsAsciiDigit);
        Assert.DoesNotContain("x-", Somebody.ToString(), StringComparison.Ordinal);
    }

    private static PasswordFlaw? Office(string password) => PasswordRule.Check(password, PasswordRuleKind.Office, Somebody);

    private static PasswordFlaw? Standard(string password) => PasswordRule.Check(password, PasswordRuleKind.Standard, Somebody);

    private static PasswordOwner Owner(string born)
    {
        Assert.True(NationalId.TryParse(idDigits, acceptLeadingZero: false, out var id, out _));
        Assert.True(ThaiMobileNumber.TryParse("0812345678", out var phone, out _));
        return new PasswordOwner(id, phone, ThaiBirthDate.FromCanonical(born));
    }
}
