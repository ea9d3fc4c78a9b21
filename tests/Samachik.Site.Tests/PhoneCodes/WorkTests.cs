using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>Where codes look like abuse, one costs the browser some work or its person a wait; where all is quiet, neither.</summary>
public abstract class WorkTests(DatabaseKind kind)
{
    private const string Resend = "/sign-up/phone-code?handler=Resend";
    private const int Bits = 12;

    /// <summary>Solves the puzzle of a form as the site's script does.</summary>
    internal static string Solve(string stamp, int bits)
    {
        for (var number = 0; ; number++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{stamp}:{number}")));
            if (BitOperations.LeadingZeroCount(BitConverter.ToUInt32([hash[3], hash[2], hash[1], hash[0]])) >= bits)
                return number.ToString(CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task When_all_is_quiet_there_is_none()
    {
        await using var site = Site();
        var newcomer = await Newcomer.AtCodeAsync(site);
        Assert.NotNull(newcomer.Visitor.Page?.Reference);
        Assert.Null(newcomer.Visitor.Page?.Document.GetElementById("work"));
    }

    [Fact]
    public async Task Work_done_sends_the_code_at_once_and_later_ones_without_more()
    {
        await using var site = await StruckSiteAsync();
        var newcomer = await Newcomer.AtCodeAsync(site);
        var form = Form(newcomer.Visitor.Page);
        Assert.Equal($"{Bits}", form.GetAttribute("data-work-bits"));
        Assert.Contains("work", newcomer.Visitor.Page?.Document.QuerySelector("main script[type=module]")?.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(0, await SentAsync(site));
        var page = await newcomer.Visitor.SubmitAndFollowAsync(Resend, ("Work", Solve(Stamp(newcomer.Visitor.Page), Bits)));
        Assert.NotNull(page.Reference);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await newcomer.ResendAsync()).Reference);
        Assert.Equal(2, await SentAsync(site));
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999999")]
    [InlineData("abc")]
    public async Task Wrong_work_sends_nothing_and_the_wait_goes_on(string work)
    {
        await using var site = await StruckSiteAsync(bits: 28);
        var newcomer = await Newcomer.AtCodeAsync(site);
        site.Clock.Advance(TimeSpan.FromSeconds(8));
        var page = await newcomer.Visitor.SubmitAndFollowAsync(Resend, ("Work", work));
        Assert.Equal(0, await SentAsync(site));
        Assert.Contains(
            SiteTexts.Of<PhoneCodeTexts>(site, "th", "Work.Wait", "12 วินาที"), page.Document.GetElementById("work-wait")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_good_for_its_own_form_and_once()
    {
        await using var site = await StruckSiteAsync();
        var (first, second) = (await Newcomer.AtCodeAsync(site), await Newcomer.AtCodeAsync(site));
        var stamp = Stamp(first.Visitor.Page);
        var work = Solve(stamp, Bits);

        // With the first's stamp the second has no stamp; with its own the first's work is nothing worth.
        await second.Visitor.SubmitAsync(Resend, ("Work", work), (FormStamps.Field, stamp));
        Assert.Equal(0, await SentAsync(site));
        var hidden = await first.Visitor.HiddenAsync(Resend);
        (string, string?)[] form = [.. hidden.Where(field => field.Name != "Work"), ("Work", work)];
        Assert.NotNull((await first.Visitor.FollowAsync(await first.Visitor.PostAsync(Resend, form))).Reference);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await first.Visitor.PostAsync(Resend, form);
        Assert.Equal(1, await SentAsync(site));
    }

    [Fact]
    public async Task Who_has_no_script_waits_twenty_seconds_and_presses()
    {
        await using var site = await StruckSiteAsync();
        var newcomer = await Newcomer.AtCodeAsync(site);
        Assert.Contains(
            SiteTexts.Of<PhoneCodeTexts>(site, "th", "Work.Wait", "20 วินาที"),
            newcomer.Visitor.Page?.Document.GetElementById("work-wait")?.TextContent, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Null((await newcomer.Visitor.SubmitAndFollowAsync(Resend)).Reference);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var page = await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.Contains(SiteTexts.Of<PhoneCodeTexts>(site, "th", "Work.Ready"), page.Document.GetElementById("work-wait")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await newcomer.Visitor.SubmitAndFollowAsync(Resend)).Reference);
        Assert.Equal(1, await SentAsync(site));
    }

    private static AngleSharp.Dom.IElement Form(Reply? page)
    {
        var form = page?.Document.QuerySelector("form[data-work-bits]");
        Assert.NotNull(form);
        Assert.NotNull(form.QuerySelector("[role=status][data-work-status]"));
        return form;
    }

    private static string Stamp(Reply? page) => Form(page).QuerySelector($"input[name={FormStamps.Field}]")?.GetAttribute("value") ?? "";

    private async Task<TestSite> StruckSiteAsync(int bits = Bits)
    {
        var site = Site(bits);
        await SendingPast.AddAsync(site, TallyScope.Network, 20, 0);
        return site;
    }

    private TestSite Site(int bits = Bits) => new(kind, ("PhoneCodes:Guard", "Work"), ("PhoneCodes:WorkBits", $"{bits}"));

    private static Task<int> SentAsync(TestSite site) => site.LookAsync(db => db.OutgoingMessages.CountAsync());
}

/// <inheritdoc/>
public sealed class WorkTestsOnSqlite() : WorkTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class WorkTestsOnPostgres() : WorkTests(DatabaseKind.Postgres);
