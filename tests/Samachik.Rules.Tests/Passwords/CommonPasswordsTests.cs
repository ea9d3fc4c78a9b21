using Samachik.Rules.Passwords;

namespace Samachik.Rules.Tests.Passwords;

public class CommonPasswordsTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("PassWord")]
    [InlineData("123456")]
    [InlineData("๑๒๓๔๕๖")]
    [InlineData("qwerty")]
    [InlineData("iloveyou")]
    [InlineData("samachik")]
    [InlineData("Samachik2569")]
    [InlineData("prakan123")]
    [InlineData("sso1506")]
    [InlineData("SSO1506")]
    [InlineData("prakansangkhom")]
    [InlineData("sawasdee99")]
    [InlineData("xitdyoly'8,")]
    [InlineData("XITDYOLY'8,")]
    [InlineData("isylzjko1234")]
    [InlineData("ประกันสังคม")]
    [InlineData("รหัสผ่าน๑๒๓๔")]
    public void Knows_what_is_tried_first(string password) => Assert.True(CommonPasswords.Contains(password));

    [Theory]
    [InlineData("")]
    [InlineData("password ")]
    [InlineData("mypasswordisnotcommon")]
    [InlineData("tukkae7nokyung")]
    [InlineData("ตุ๊กแกเจ็ดตัวบนเพดาน")]
    public void Compares_the_whole_password(string password) => Assert.False(CommonPasswords.Contains(password));

    [Fact]
    public void The_list_is_large_sorted_and_in_lower_case()
    {
        var list = Listed();
        Assert.True(list.Count(password => password.Length >= PasswordRule.OfficeMinimum) >= 100_000);
        Assert.All(list, password => Assert.True(password.Length > 0 && !password.AsSpan().ContainsAnyExceptInRange('!', '~')));
        Assert.DoesNotContain(list, password => password.Any(char.IsAsciiLetterUpper));
        Assert.All(list.Zip(list.Skip(1)), pair => Assert.True(string.CompareOrdinal(pair.First, pair.Second) < 0));
    }

    [Fact]
    public void Every_listed_password_is_refused_in_upper_case_too()
    {
        var nobody = new PasswordOwner(null, null, null);
        var takeable = Listed()
            .Where(password => password.Length is >= PasswordRule.OfficeMinimum and <= PasswordRule.OfficeMaximum)
            .Where(password => password.All(char.IsAsciiLetterOrDigit))
            .ToList();
        Assert.True(takeable.Count > 90_000);
        Assert.DoesNotContain(takeable, password => PasswordRule.Check(password, PasswordRuleKind.Office, nobody) != PasswordFlaw.Common);
        Assert.DoesNotContain(
            takeable, password => PasswordRule.Check(password.ToUpperInvariant(), PasswordRuleKind.Office, nobody) != PasswordFlaw.Common);
    }

    [Theory]
    [InlineData("ประกันสังคม")]
    [InlineData("สมาชิก")]
    [InlineData("รหัสผ่าน")]
    [InlineData("ผู้ประกันตน")]
    [InlineData("สำนักงาน")]
    [InlineData("กรุงเทพมหานคร")]
    [InlineData("ประเทศไทย")]
    [InlineData("สวัสดีครับ")]
    [InlineData("ราชการ")]
    [InlineData("แรงงาน")]
    [InlineData("ฉันรักเธอ")]
    [InlineData("คิดถึง")]
    [InlineData("ขอบคุณ")]
    [InlineData("เชียงใหม่")]
    [InlineData("บัตรประชาชน")]
    [InlineData("เงินเดือน")]
    [InlineData("ลูกรัก")]
    [InlineData("ใจดี")]
    public void Knows_a_Thai_word_by_its_keys(string word) => Assert.True(CommonPasswords.Contains(OnLatinKeyboard(word)));

    [Fact]
    public void The_keyboard_of_this_test_is_Kedmanee() => Assert.Equal("l;ylfu8iy[", OnLatinKeyboard("สวัสดีครับ"));

    private static string OnLatinKeyboard(string thai)
    {
        const string Keys = "2345678901-=qwertyuiop[]asdfghjkl;'zxcvbnm,./^CILT";
        const string Letters = "/-ภถ\u0E38\u0E36คตจๅขชๆไ\u0E33พะ\u0E31\u0E35รนยบลฟหกดเ\u0E49\u0E48าสวงผปแอ\u0E34\u0E37ทมใฝ\u0E39ฉณศธ";
        return string.Concat(thai.Select(c => Keys[Letters.IndexOf(c, StringComparison.Ordinal)]));
    }

    private static string[] Listed()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt");
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
