using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Recovery;

/// <summary>No step is skipped, none is done twice, and a recovery that is no more says so.</summary>
public abstract class StepTests(SharedSite shared)
{
    private static readonly string[] Steps = ["code", "email-code", "waiting", "officer", "new-password", "done"];

    private TestSite Site => shared.Site;

    [Fact]
    public async Task Without_a_recovery_every_step_leads_to_the_first_page()
    {
        foreach (var step in Steps)
        {
            var reply = await Site.NewVisitor().GetAsync($"/recovery/{step}");
            Assert.Equal((HttpStatusCode.Found, "/recovery"), (reply.Status, reply.Location));
        }
    }

    [Fact]
    public async Task A_post_out_of_turn_does_nothing()
    {
        var member = await Newcomer.MemberAsync(Site);
        var before = await Site.AccountAsync(member.Person);
        foreach (var returner in (Returner[])[new(Site, member.Person), await Returner.AtCodeAsync(Site, member.Person)])
        {
            var token = await returner.Visitor.TokenAsync("/recovery/help");
            foreach (var step in (string[])["email-code", "email-code?handler=Resend", "new-password", "waiting", "officer", "done"])
            {
                var reply = await returner.Visitor.PostAsync(
                    $"/recovery/{step}", ("Code", "123456"), ("Password", "Nokyung7Bin"), ("ConfirmPassword", "Nokyung7Bin"),
                    ("MemberId", before.Id.ToString()), ("PhoneProvenAt", "1"), ("__RequestVerificationToken", token));
                Assert.Equal(HttpStatusCode.Found, reply.Status);
                Assert.Contains(reply.Location, (string[])["/recovery", "/recovery/code"]);
            }
        }

        Assert.Equivalent(before, await Site.AccountAsync(member.Person));
    }

    [Fact]
    public async Task Thirty_minutes_end_it_and_the_first_page_says_so()
    {
        var member = await Newcomer.MemberAsync(Site);
        var returner = await Returner.AtNewPasswordAsync(Site, member.Person);
        Site.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Equal("/recovery/new-password", (await returner.Visitor.OpenAsync("/recovery/new-password")).Path);
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        var page = await returner.SetPasswordByForceAsync("Nokyung7Bin");
        Assert.Equal("/recovery?expired=true", page.Path);
        Assert.Contains(SiteTexts.Of<RecoveryTexts>(Site, "th", "NewPasswordVerdict.StartAgain"), page.Body, StringComparison.Ordinal);
        Assert.Null((await Site.AccountAsync(member.Person)).RecoveredAt);
    }

    [Fact]
    public async Task A_finished_one_stays_at_its_end_and_sets_nothing_more()
    {
        var member = await Newcomer.MemberAsync(Site);
        var returner = await Returner.AtNewPasswordAsync(Site, member.Person);
        await returner.SetPasswordAsync("Nokyung7Bin");
        var after = await Site.AccountAsync(member.Person);
        Assert.Equal("/recovery/done", (await returner.SetPasswordByForceAsync("Other7Other8")).Path);
        foreach (var step in Steps) Assert.Equal("/recovery/done", (await returner.Visitor.OpenAsync($"/recovery/{step}")).Path);
        Assert.Equivalent(after, await Site.AccountAsync(member.Person));
        Assert.Equal("/recovery/code", (await returner.StartAsync()).Path);
    }

    [Fact]
    public async Task A_used_code_is_used_and_the_other_codes_die_with_it()
    {
        var member = await Newcomer.MemberAsync(Site);
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        var first = await returner.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        await returner.ResendAsync();
        var second = await returner.CodeAsync();
        Assert.Equal("/recovery/new-password", (await returner.TypeCodeAsync(first)).Path);
        var id = (await Site.AccountAsync(member.Person)).Id;
        var alive = await Site.LookAsync(db => db.CodeChallenges.CountAsync(row =>
            row.UsedAt == null && row.WithdrawnAt == null && db.MemberJourneys.Any(one => one.Id == row.MemberJourneyId && one.MemberId == id)));
        Assert.Equal(0, alive);
        Assume.Differs(first, second);
    }

    [Fact]
    public async Task Back_refresh_and_a_second_press_send_no_second_SMS()
    {
        var member = await Newcomer.MemberAsync(Site);
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        var reference = returner.Visitor.Page?.Reference;
        await returner.CodeAsync();
        var sent = (await Site.InboxAsync(member.Person.Phone)).Count;
        for (var i = 0; i < 3; i++)
        {
            await returner.StartAsync();
            Assert.Equal(reference, (await returner.Visitor.OpenAsync("/recovery/code")).Reference);
        }

        await Site.NoticesAsync(member.Person.Phone);
        Assert.Equal(sent, await Site.ArrivedAsync(member.Person.Phone, sent));

        // Another ID number is another recovery.
        Assert.NotEqual(reference, (await new Returner(Site, Person.New(), returner.Visitor).StartAsync()).Reference);
    }

    [Theory]
    [InlineData("", "NationalIdFlaw.Missing")]
    [InlineData("123", "NationalIdFlaw.NotThirteenDigits")]
    [InlineData("1101700000134", "NationalIdFlaw.WrongCheckDigit")]
    [InlineData("0105500000011", "NationalIdFlaw.CompanyNumber")]
    [InlineData("１１０１７０００００１３３", "NationalIdFlaw.NotThirteenDigits")]
    public async Task An_ID_number_that_is_none_is_told_as_at_the_sign_up(string typed, string key)
    {
        var visitor = Site.NewVisitor();
        var page = await visitor.SubmitAsync("/recovery", ("NationalId", typed));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(SiteTexts.Of<SignUpTexts>(Site, "th", key), page.ErrorOf("NationalId"));
    }

    [Fact]
    public async Task Thai_digits_spaces_and_hyphens_are_the_same_ID_number()
    {
        var member = await Newcomer.MemberAsync(Site);
        var id = member.Person.NationalId;
        var thai = new string([.. id.Select(c => (char)(c - '0' + '๐'))]);
        foreach (var typed in (string[])[thai, $" {id[..1]}-{id[1..5]} {id[5..]} "])
        {
            Site.Clock.Leap(TimeSpan.FromHours(1));
            var returner = await Returner.AtCodeAsync(Site, member.Person with { NationalId = typed });
            Assert.Equal("/recovery/new-password", (await returner.ProvePhoneAsync()).Path);
        }
    }
}

/// <inheritdoc/>
public sealed class StepTestsOnSqlite(SqliteSite shared) : StepTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StepTestsOnPostgres(PostgresSite shared) : StepTests(shared), IClassFixture<PostgresSite>;
