using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Site.Storage;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>Names are changed by their member as long as they are only what was typed.</summary>
public abstract class NameTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task Both_names_are_changed_and_the_phone_is_told()
    {
        var member = await Newcomer.MemberAsync(Site);
        var page = await member.Visitor.OpenAsync("/account/name");
        Assert.Equal((member.Person.FirstName, member.Person.LastName), (page.Shown("FirstName"), page.Shown("LastName")));
        var reply = await member.Visitor.SubmitAndFollowAsync("/account/name", ("FirstName", "สมหญิง"), ("LastName", "ใจดี"));
        Assert.Equal("/account?done=name", reply.Path);
        Assert.Equal("สมหญิง ใจดี", reply.Document.GetElementById("known-name")?.TextContent);
        Assert.Equal(AuditAct.NameChanged, (await member.ActsAsync())[^1]);
        await Site.NoticeAsync(member.Person.Phone, AuditAct.NameChanged);
    }

    [Fact]
    public async Task Who_has_no_last_name_says_so()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/account/name");
        await member.Visitor.SubmitAsync("/account/name", ("LastName", null), ("NoLastName", "true"));
        Assert.Null(Site.Service<MemberData>().Read(await member.RowAsync()).LastName);
        Assert.Equal("true", (await member.Visitor.OpenAsync("/account/name")).Shown("NoLastName"));
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task What_is_wrong_is_told_at_its_field_and_stays_as_typed(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        await member.Visitor.OpenAsync("/account/name");
        var reply = await member.Visitor.SubmitAsync("/account/name", ("FirstName", null), ("LastName", "ก1"));
        Assert.Equal(["FirstName", "LastName"], reply.FieldsInError);
        Assert.Equal(SiteTexts.Of<SignUpTexts>(Site, language, "FirstName.Missing"), reply.ErrorOf("FirstName"));
        Assert.Equal(SiteTexts.Of<SignUpTexts>(Site, language, "LastName.OtherCharacters"), reply.ErrorOf("LastName"));
        Assert.Equal("ก1", reply.Shown("LastName"));
        var both = await member.Visitor.SubmitAsync("/account/name", ("FirstName", "สมหญิง"), ("LastName", "ใจดี"), ("NoLastName", "true"));
        Assert.Equal(["NoLastName"], both.FieldsInError);
        var same = await member.Visitor.SubmitAsync(
            "/account/name", ("FirstName", member.Person.FirstName), ("LastName", member.Person.LastName), ("NoLastName", null));
        Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, language, "ChangeNameVerdict.SameAsBefore"), same.ErrorOf("FirstName"));
        Assert.DoesNotContain(AuditAct.NameChanged, await member.ActsAsync());
    }

    [Theory]
    [InlineData(AssuranceLevel.Matched)]
    [InlineData(AssuranceLevel.Proofed)]
    public async Task At_a_higher_level_an_officer_changes_them(AssuranceLevel level)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/account/name");
        var token = await member.Visitor.TokenAsync("/account/name");
        await member.SetAsync(row => row.Level = level);
        Assert.NotNull((await member.Visitor.OpenAsync("/account/name")).Document.GetElementById("needs-officer"));
        var reply = await member.Visitor.PostAsync(
            "/account/name", ("FirstName", "สมหญิง"), ("LastName", "ใจดี"), ("__RequestVerificationToken", token));
        Assert.Equal("/account/name", reply.Location);
        Assert.Equal(member.Person.FirstName, Site.Service<MemberData>().Read(await member.RowAsync()).FirstName);
    }

    [Fact]
    public async Task Ten_changes_a_day_are_enough()
    {
        var member = await Newcomer.MemberAsync(Site);
        for (var change = 0; change <= 10; change++)
        {
            await member.Visitor.OpenAsync("/account/name");
            var reply = await member.Visitor.SubmitAsync("/account/name", ("FirstName", "สม" + new string('ก', change + 1)));
            if (change < 10) Assert.Equal("/account?done=name", reply.Location);
            else Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, "th", "ChangeNameVerdict.TooManyToday"), reply.ErrorOf("FirstName"));
        }
    }
}

/// <inheritdoc/>
public sealed class NameTestsOnSqlite(SqliteSite shared) : NameTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class NameTestsOnPostgres(PostgresSite shared) : NameTests(shared), IClassFixture<PostgresSite>;
