using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Errors;

/// <summary>Whatever is posted: a clear page of the right status, nothing written, never a broken site.</summary>
public abstract class BadInputTests(SharedSite shared)
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly string[] DetailsFields =
        ["NationalId", "Phone", "Password", "ConfirmPassword", "FirstName", "LastName", "NoLastName", "BirthDay", "BirthMonth", "BirthYear"];

    private TestSite Site => shared.Site;

    /// <summary>Values as they stand in a form's body, already escaped.</summary>
    public static TheoryData<string, string> Strange { get; } = new()
    {
        { "NUL", "%00" }, { "NUL at the end", "1234567890121%00" }, { "lone high surrogate", "%ED%A0%80" },
        { "lone low surrogate", "a%ED%BF%BFb" }, { "invalid UTF-8", "%FF%FE%C0%80" }, { "cut UTF-8", "%E0%B8" },
        { "overlong", "%C0%AF" }, { "noncharacter", "%EF%BF%BE" }, { "control", "%01%02%1B%5B31m" }, { "CRLF", "%0D%0ASet-Cookie:x=y" },
        { "bidi", "%E2%80%AE%E2%81%A6" }, { "tags", "%F3%A0%81%81" }, { "markup", "%3Cscript%3Ealert(1)%3C/script%3E" },
        { "quote", "%22%27%3E%3Cimg src=x onerror=y%3E" }, { "format", "%7B0%7D%25s%7B%7B7*7%7D%7D" }, { "SQL", "%27 OR 1=1;--" },
        { "percent", "%" }, { "half escape", "%4" }, { "wrong escape", "%ZZ" }, { "long", new string('9', 10_000) },
        { "long Thai", string.Concat(Enumerable.Repeat("%E0%B8%81", 5_000)) },
        { "marks", "%E0%B8%81" + string.Concat(Enumerable.Repeat("%E0%B9%89", 3_000)) },
    };

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Strange_text_in_any_field_is_refused_with_a_page(string what, string escaped)
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var before = await CountAsync();
        foreach (var field in DetailsFields.Where(field => field is not "NoLastName"))
        {
            var token = await newcomer.Visitor.TokenAsync("/sign-up/details");
            var typed = newcomer.Person.Fields.Where(other => other.Name != field)
                .Select(other => $"{other.Name}={Uri.EscapeDataString(other.Value ?? "")}");
            var reply = await BodyAsync(newcomer.Visitor, "/sign-up/details", string.Join('&', typed.Append($"{field}={escaped}")), token);
            Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{what} in {field}: {reply.Status} to {reply.Location}");
            if (reply.Status == HttpStatusCode.OK) Assert.NotNull(reply.ErrorOf(field));
            Assert.Null(reply.Document.QuerySelector("main script, main img"));
            Assert.DoesNotContain("Set-Cookie:x", reply.Headers.Keys);
            if (reply.Status != HttpStatusCode.OK) await newcomer.Visitor.OpenAsync("/sign-up/details");
        }

        Assert.Equal(before, await CountAsync());
        Assert.Empty(Site.Log.Errors);
        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync()).Path);
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Strange_text_in_the_small_forms_is_refused_or_means_nothing(string what, string escaped)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        foreach (var (path, field) in new[]
        {
            ("/sign-up/phone-code", "Code"), ("/sign-up/agreement", "AcceptPrivacy"), ("/sign-up/agreement", "PrivacyShown"),
            ("/language", "Culture"), ("/language", "ReturnUrl"), ("/sign-up/phone-code", "__RequestVerificationToken"),
        })
        {
            await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
            var token = await newcomer.Visitor.TokenAsync("/sign-up/phone-code");
            var reply = await BodyAsync(newcomer.Visitor, path, $"{field}={escaped}", field.StartsWith('_') ? null : token);
            Assert.True(
                reply.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest || (path == "/language" && reply.Location == "/"),
                $"{what} in {field}: {reply.Status} to {reply.Location}");
        }

        Assert.Empty(Site.Log.Errors);
        await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Strange_text_in_an_address_breaks_nothing(string what, string escaped)
    {
        var visitor = Site.NewVisitor();
        var part = escaped[..Math.Min(escaped.Length, 3_000)];
        foreach (var path in (string[])["/privacy?version=", "/sign-up/agreement?expired=", "/?x=", "/sign-up/phone-code?handler=", "/x/"])
        {
            var reply = await visitor.GetAsync(path + part);
            Assert.True((int)reply.Status < 500, $"{what} in {path}: {reply.Status}");
        }

        Assert.Empty(Site.Log.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_64_kB_is_too_large(bool tellsItsLength)
    {
        foreach (var path in (string[])["/sign-up/agreement", "/language", "/nowhere", "/sign-out"])
        {
            var visitor = Site.NewVisitor();
            await visitor.OpenAsync("/sign-up/agreement");
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("AcceptPrivacy=" + new string('a', 64 * 1024)));
            content.Headers.ContentType = new MediaTypeHeaderValue(Form);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Site.Address, path)) { Content = content };
            request.Headers.TransferEncodingChunked = !tellsItsLength;
            var reply = await visitor.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
            Assert.Equal(SiteTexts.Of<ErrorTexts>(Site, "th", "413.Heading"), reply.Document.QuerySelector("h1")?.TextContent);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16", "AcceptPrivacy=true")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "AcceptPrivacy=+ACI-")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "AcceptPrivacy=true")]
    [InlineData("application/x-www-form-urlencoded; charset=tis-620", "AcceptPrivacy=%A1")]
    [InlineData("application/json", "{\"AcceptPrivacy\":true}")]
    [InlineData("text/plain", "AcceptPrivacy=true")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    [InlineData("application/xml", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>")]
    [InlineData("", "AcceptPrivacy=true")]
    [InlineData("nonsense", "AcceptPrivacy=true")]
    public async Task A_body_of_another_kind_is_refused(string type, string body)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        foreach (var path in (string[])["/sign-up/details", "/sign-up/phone-code", "/sign-up/phone-code?handler=Resend", "/language", "/sign-out"])
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Site.Address, path)) { Content = content };
            var reply = await newcomer.Visitor.SendAsync(request);
            Assert.True(reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{type} to {path}: {reply.Status}");
            Assert.NotEmpty(reply.Document.QuerySelectorAll("h1"));
        }

        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task Fields_without_end_are_refused()
    {
        var visitor = Site.NewVisitor();
        var token = await visitor.TokenAsync("/sign-up/agreement");
        foreach (var body in (string[])
        [
            string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"f{i}=")), string.Join('&', Enumerable.Repeat("AcceptPrivacy=true", 2_000)),
            new string('&', 60_000), new string('a', 30_000) + "=1",
        ])
        {
            var reply = await BodyAsync(visitor, "/sign-up/agreement", body, token);
            Assert.True(reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.OK, $"{reply.Status}");
            Assert.DoesNotContain("samachik-sign-up", visitor.Cookies.Keys);
        }

        var hundredThousand = await BodyAsync(visitor, "/sign-up/agreement", string.Join('&', Enumerable.Repeat("a=", 100_000)), token);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, hundredThousand.Status);
        Assert.Empty(Site.Log.Errors);
    }

    private async Task<Reply> BodyAsync(Visitor visitor, string path, string body, string? token)
    {
        var whole = token is null ? body : $"__RequestVerificationToken={Uri.EscapeDataString(token)}&{body}";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(whole));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Form);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Site.Address, path)) { Content = content };
        return await visitor.SendAsync(request);
    }

    private Task<(int, int)> CountAsync() =>
        Site.LookAsync(async db => (await db.CodeChallenges.CountAsync(), await db.SignUpJourneys.CountAsync(row => row.DetailsGivenAt != null)));
}

/// <inheritdoc/>
public sealed class BadInputTestsOnSqlite(SqliteSite shared) : BadInputTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class BadInputTestsOnPostgres(PostgresSite shared) : BadInputTests(shared), IClassFixture<PostgresSite>;
