using Samachik.Rules.Passwords;
using Samachik.Rules.People;
using Samachik.Rules.SignUp;

namespace Samachik.Rules.Tests.SignUp;

public sealed class SignUpDetailsTests
{
    private static readonly DetailsRule Rule = new(false, PasswordRuleKind.Office, new(new DateOnly(2026, 11, 23), 15, 130));

    private static readonly TypedDetails Good = new()
    {
        NationalId = "1-2345-67890-12-1",
        Phone = "081-234-5678",
        Password = "rabbit77moon",
        ConfirmPassword = "rabbit77moon",
        FirstName = "สมศรี",
        LastName = "ใจดี",
        BirthDay = "2",
        BirthMonth = "4",
        BirthYear = "2510",
    };

    [Fact]
    public void Good_details_hold_good()
    {
        Assert.True(SignUpDetails.TryParse(Good, Rule, out var details, out var flaws));
        Assert.Null(flaws);
        Assert.Equal("1234567890121", details.NationalId.Digits);
        Assert.Equal("2510-04-02", details.BirthDate.Canonical);
        Assert.Equal("ใจดี", details.LastName?.Text);
    }

    [Fact]
    public void An_empty_form_tells_every_field_at_once()
    {
        Assert.False(SignUpDetails.TryParse(new TypedDetails(), Rule, out _, out var flaws));
        Assert.Equal(NationalIdFlaw.Missing, flaws.NationalId);
        Assert.Equal(MobileNumberFlaw.Missing, flaws.Phone);
        Assert.Equal(PasswordFlaw.Missing, flaws.Password);
        Assert.Equal(ConfirmPasswordFlaw.Missing, flaws.ConfirmPassword);
        Assert.Equal(PersonNameFlaw.Missing, flaws.FirstName);
        Assert.Equal(PersonNameFlaw.Missing, flaws.LastName);
        Assert.Equal([BirthDateFlaw.DayMissing, BirthDateFlaw.MonthMissing, BirthDateFlaw.YearMissing], flaws.BirthDate.Order());
    }

    [Fact]
    public void Who_has_no_last_name_leaves_it_empty()
    {
        Assert.True(SignUpDetails.TryParse(Good with { NoLastName = true, LastName = "  " }, Rule, out var details, out _));
        Assert.Null(details.LastName);
        Assert.False(SignUpDetails.TryParse(Good with { NoLastName = true }, Rule, out _, out var flaws));
        Assert.Equal(NoLastNameFlaw.LastNameGiven, flaws.NoLastName);
    }

    [Theory]
    [InlineData("rabbit77Moon")]
    [InlineData("rabbit77moon ")]
    public void The_two_passwords_are_the_same_to_the_letter(string again)
    {
        Assert.False(SignUpDetails.TryParse(Good with { ConfirmPassword = again }, Rule, out _, out var flaws));
        Assert.Equal(ConfirmPasswordFlaw.NotTheSame, flaws.ConfirmPassword);
    }

    [Theory]
    [InlineData("1234567890121", PasswordFlaw.OwnNationalId)]
    [InlineData("0812345678", PasswordFlaw.OwnPhone)]
    [InlineData("02042510", PasswordFlaw.OwnBirthDate)]
    public void A_password_of_one_s_own_numbers_is_refused(string password, PasswordFlaw expected)
    {
        Assert.False(SignUpDetails.TryParse(Good with { Password = password, ConfirmPassword = password }, Rule, out _, out var flaws));
        Assert.Equal(expected, flaws.Password);
    }

    [Fact]
    public void Nothing_typed_is_printed()
    {
        Assert.True(SignUpDetails.TryParse(Good, Rule, out var details, out _));
        foreach (var text in (string[])["1234567890121", "สมศรี", "ใจดี", "rabbit", "2510", "5678"])
        {
            Assert.DoesNotContain(text, details.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(text, Good.ToString(), StringComparison.Ordinal);
        }
    }
}
