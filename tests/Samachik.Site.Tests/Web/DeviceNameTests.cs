using System.Diagnostics;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.Web;

/// <summary>A browser and its device in the few words by which a person knows their own.</summary>
public sealed class DeviceNameTests
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";
    private const string IPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

    [Theory]
    [InlineData(Phone + " Chrome/141.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData(Phone + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet, Android")]
    [InlineData(Phone + " Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0", "Edge, Android")]
    [InlineData(Phone + " Chrome/139.0.0.0 Mobile Safari/537.36 OPR/92.0.0.0", "Opera, Android")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-A155F Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.7390.43 Mobile Safari/537.36 Line/15.15.0/IAB", "LINE, Android")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; V2247 Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/531.0.0.47.109;]", "Facebook, Android")]
    [InlineData("Mozilla/5.0 (Linux; U; Android 12; th-th; Redmi Note 9 Build/SP1A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.30.1-gn", "Mi Browser, Android")]
    [InlineData("Mozilla/5.0 (Linux; Android 12; ANA-NX9; HMSCore 6.13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 HuaweiBrowser/15.0.4 Mobile Safari/537.36", "Huawei Browser, Android")]
    [InlineData("Mozilla/5.0 (Linux; U; Android 9; en-US; vivo 1901) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.4.0 Mobile Safari/537.36", "UC Browser, Android")]
    [InlineData("Mozilla/5.0 (Android 14; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0", "Firefox, Android")]
    [InlineData("Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1 HarmonyOS Mobile", "Chrome, HarmonyOS")]
    [InlineData(IPhone + " Version/18.6 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData(IPhone + " CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1", "Chrome, iPhone")]
    [InlineData(IPhone + " FxiOS/143.0 Mobile/15E148 Safari/604.1", "Firefox, iPhone")]
    [InlineData(IPhone + " EdgiOS/141.0 Version/18.0 Mobile/15E148 Safari/604.1", "Edge, iPhone")]
    [InlineData(IPhone + " Mobile/15E148 Safari Line/15.15.0", "LINE, iPhone")]
    [InlineData(IPhone + " Mobile/22G86 [FBAN/FBIOS;FBAV/531.0.0;FBBV/1;FBDV/iPhone14,5]", "Facebook, iPhone")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1", "Safari, iPad")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15", "Safari, Mac")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome, Chromebook")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko", "Windows")]
    [InlineData("curl/8.5.0", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_browser_is_called_by_what_it_says(string? userAgent, string expected) =>
        Assert.Equal(expected, DeviceName.Of(userAgent));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE member_sessions; --")]
    [InlineData("Android\r\nSet-Cookie: a=b\r\n Chrome/1")]
    [InlineData("\u202EemorhC \u0000 Chrome/ \uD83D Android \uFFFF")]
    [InlineData("{0} {1} Chrome/ %n%n ${jndi:x} Windows")]
    public void It_says_words_of_ours_only_whatever_comes(string userAgent) =>
        Assert.Contains(DeviceName.Of(userAgent), (string[])["", "Chrome, Android", "Chrome, Windows"]);

    [Fact]
    public void Ten_thousand_characters_are_read_no_further_than_a_thousand()
    {
        Assert.Equal("Chrome, Android", DeviceName.Of("Android Chrome/" + new string('x', 10_000)));
        Assert.Equal("", DeviceName.Of(new string('x', 10_000) + "Android Chrome/"));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 1000; i++) DeviceName.Of(new string('A', 10_000));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
