using Samachik.Rules.Board.Aliases;

namespace Samachik.Rules.Tests.Board.Aliases;

public class ReservedAliasesTests
{
    internal static readonly ReservedAliases Reserved = new(
        ["ประกันสังคม", "สำนักงานประกันสังคม", "สปส.", "SSO", "Social Security Office", "Prakan Sangkhom", "กระทรวงแรงงาน"]);

    [Theory]
    [InlineData("admin")]
    [InlineData("Adm1n")]
    [InlineData("AdmlN")]
    [InlineData("Ádmin")]
    [InlineData("4dm1n")]
    [InlineData("a d m i n")]
    [InlineData("admin สมชาย")]
    [InlineData("สมชาย admin")]
    [InlineData("adminสมชาย")]
    [InlineData("admin99")]
    [InlineData("Nok.Admin")]
    [InlineData("Administrator")]
    [InlineData("Moderator_2")]
    [InlineData("SSO Officer")]
    [InlineData("เจ้าหน้าที่")]
    [InlineData("เจาหนาที")]
    [InlineData("เจ้าหน้าที่สมชาย")]
    [InlineData("คุณ เจ้าหน้าที่สมชาย")]
    [InlineData("พี่เจ้าหน้าที่")]
    [InlineData("จนท.")]
    [InlineData("จนท.สมชาย")]
    [InlineData("จ.น.ท.")]
    [InlineData("จนทสมชาย")]
    [InlineData("ประกันสังคม")]
    [InlineData("ประกัน สังคม")]
    [InlineData("บระกันสังคม")]
    [InlineData("ประกัณสังคม")]
    [InlineData("สปส")]
    [InlineData("ส ป ส")]
    [InlineData("ส.ป.ส.")]
    [InlineData("สปส กรุงเทพ")]
    [InlineData("SSO")]
    [InlineData("S.S.O.")]
    [InlineData("SSO ไทย")]
    [InlineData("5SO")]
    [InlineData("SSOไทย")]
    [InlineData("sso2569")]
    [InlineData("social_security_office")]
    [InlineData("อดีตสมาชิก")]
    [InlineData("Former Member")]
    [InlineData("ฝ่ายประชาสัมพันธ์")]
    public void Nobody_goes_by_what_would_be_taken_for_the_office(string typed) => Assert.True(Reserved.Holds(BoardAliasTests.Parsed(typed)));

    [Theory]
    [InlineData("สมชาย")]
    [InlineData("Badminton")]
    [InlineData("administered")]
    [InlineData("lassoo")]
    [InlineData("Supporter")]
    [InlineData("flagstaff")]
    [InlineData("ผู้ดูแลแม่")]
    [InlineData("ผู้ประกันตน ม.33")]
    [InlineData("ลูกจ้างรายวัน")]
    [InlineData("สมาชิกใหม่")]
    [InlineData("มด")]
    [InlineData("Mod")]
    [InlineData("นก 550")]
    [InlineData("สบสันต์")]
    [InlineData("จันทร์เจ้า")]
    [InlineData("เอเจนท์")]
    public void Others_pass(string typed) => Assert.False(Reserved.Holds(BoardAliasTests.Parsed(typed)));

    [Fact]
    public void The_office_brings_its_own_words()
    {
        var alias = BoardAliasTests.Parsed("สปส");
        Assert.False(new ReservedAliases([]).Holds(alias));
        Assert.True(new ReservedAliases(["สปส."]).Holds(alias));
    }
}
