using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Samachik.Site.Tests.Errors;

/// <summary>The same strange texts as at the sign-up, in every field of the sign-in, the recovery, the help and my account.</summary>
public abstract class StrangeTextTests(SharedSite shared)
{
    private static readonly (string Path, string Field)[] Strangers =
    [
        ("/sign-in", "NationalId"), ("/sign-in", "Password"), ("/sign-in", "ReturnUrl"), ("/recovery", "NationalId"),
        ("/recovery/help", "NationalId"), ("/recovery/help", "Phone"), ("/recovery/help", "Note"), ("/not-me/no-such-word", "Word"),
    ];

    private static readonly (string Path, string Field)[] Members =
    [
        ("/account/name", "FirstName"), ("/account/name", "LastName"), ("/account/phone", "Phone"), ("/account/email", "Email"),
        ("/account/password", "Password"), ("/account/password", "ConfirmPassword"), ("/account/sessions?handler=End", "Id"),
        ("/account/sessions?handler=Forget", "Id"), ("/account/activity?handler=NotMe", "Id"), ("/account/close", "CloseAccount"),
        ("/account/phone/code", "Code"), ("/account/stay", "ReturnUrl"),
    ];

    private TestSite Site => shared.Site;

    [Theory]
    [MemberData(nameof(BadInputTests.Strange), MemberType = typeof(BadInputTests))]
    public async Task It_is_refused_or_means_nothing(string what, string escaped)
    {
        var stranger = new Visitor(Site) { From = "198.51.100.77" };
        foreach (var (path, field) in Strangers) await PostAsync(stranger, "/language", what, path, field, escaped);
        var member = await Newcomer.MemberAsync(Site);
        foreach (var (path, field) in Members) await PostAsync(member.Visitor, "/sign-out", what, path, field, escaped);
        foreach (var path in (string[])["/account/activity?Before=", "/account/who-looked?Before=", "/account?Done=", "/account/proof?ReturnUrl=", "/not-me/", "/recovery?expired="])
        {
            var reply = await member.Visitor.GetAsync(path + escaped[..Math.Min(escaped.Length, 3_000)]);
            Assert.True((int)reply.Status < 500, $"{what} in {path}: {reply.Status}");
        }

        Assert.Empty(Site.Log.Errors);
        Assert.Equal("/account", (await member.Visitor.OpenAsync("/account")).Path);
    }

    [Theory]
    [InlineData("%41 %2541 %E0%B9%91")]
    [InlineData("&lt;b&gt; &amp;amp; &#65;")]
    [InlineData(@"\u0041 \x41 +41 {0} {{7*7}} @(7*7) ${7*7}")]
    public async Task What_looks_encoded_or_like_a_template_stays_as_typed(string typed)
    {
        var page = await Site.NewVisitor().SubmitAsync("/recovery/help", ("NationalId", "1"), ("Phone", typed), ("Note", typed));
        Assert.NotNull(page.ErrorOf("NationalId"));
        Assert.Equal((typed, typed), (page.Shown("Phone"), page.Shown("Note")));
    }

    private async Task PostAsync(Visitor visitor, string form, string what, string path, string field, string escaped)
    {
        await visitor.OpenAsync("/contact");
        var token = Uri.EscapeDataString(await visitor.TokenAsync(form));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"__RequestVerificationToken={token}&{field}={escaped}"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Site.Address, path)) { Content = content };
        var reply = await visitor.SendAsync(request);
        Assert.True(
            reply.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Found,
            $"{what} in {field} of {path}: {reply.Status}");
        Assert.True(reply.Location is null || reply.Location.StartsWith('/') && !reply.Location.StartsWith("//", StringComparison.Ordinal), reply.Location);
        Assert.Null(reply.Document.QuerySelector("main script, main img"));
        Assert.DoesNotContain("Set-Cookie:x", reply.Headers.Keys);
    }
}

/// <inheritdoc/>
public sealed class StrangeTextTestsOnSqlite(SqliteSite shared) : StrangeTextTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StrangeTextTestsOnPostgres(PostgresSite shared) : StrangeTextTests(shared), IClassFixture<PostgresSite>;
