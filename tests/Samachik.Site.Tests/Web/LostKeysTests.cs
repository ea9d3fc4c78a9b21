using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Web;

/// <summary>
/// The framework's keys for cookies and form tokens are lost: people sign in once more and press a button twice, and
/// nothing that is kept depends on those keys.
/// </summary>
public abstract class LostKeysTests(DatabaseKind kind)
{
    [Fact]
    public async Task People_sign_in_again_forms_say_so_kindly_and_nothing_kept_is_lost()
    {
        await using var place = new TestPlace(kind);
        var before = new TestSite(place);
        var owner = await Member.SignedInAsync(before, remember: true);
        var link = await Told.LinkOfAsync(before, owner.Person, Rules.Audit.AuditAct.NameChanged);
        await owner.Visitor.OpenAsync("/account/name");
        var token = await owner.Visitor.TokenAsync("/account/name");
        await before.LookAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM data_protection_keys"));
        await before.DisposeAsync();

        await using var after = new TestSite(place);
        var back = owner.On(after);
        (string, string?)[] typed = [("FirstName", "สมหญิง"), ("LastName", "ใจดี"), ("__RequestVerificationToken", token)];
        var reply = await back.Visitor.PostAsync("/account/name", typed);
        Assert.Equal((HttpStatusCode.Found, true), (reply.Status, reply.Location?.Contains("/sign-in", StringComparison.Ordinal)));
        reply = await back.Visitor.PostAsync("/sign-in", ("NationalId", owner.Person.NationalId), ("Password", owner.Person.Password), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(SiteTexts.Of<ErrorTexts>(after, "th", "400.Heading"), reply.Document.QuerySelector("h1")?.TextContent);
        Assert.NotNull(reply.Document.QuerySelector("main a[href='/']"));
        Assert.Equal(HttpStatusCode.OK, (await back.Visitor.GetAsync("/contact")).Status);

        // The known browser is forgotten with its cookie, so the second step is asked for.
        Assert.Equal("/account", (await back.SignInAsync()).Location);
        var data = after.Service<MemberData>().Read(await back.RowAsync());
        Assert.Equal((owner.Person.FirstName, owner.Person.LastName), (data.FirstName, data.LastName));
        Assert.Equal("/not-me/done", (await after.NewVisitor().SubmitAndFollowAsync(link)).Path);
        Assert.All(after.Log.Errors, line => Assert.Contains("Antiforgery", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_lie_in_the_database_encrypted_and_a_second_node_reads_them_there()
    {
        await using var place = new TestPlace(kind);
        await using var one = new TestSite(place);
        await using var two = new TestSite(place) { Clock = one.Clock };
        var owner = await Member.SignedInAsync(one);
        Assert.True(await owner.On(two).IsSignedInAsync());
        var kept = await one.LookAsync(db => db.DataProtectionKeys.AsNoTracking().Select(row => row.Xml).ToListAsync());
        Assert.NotEmpty(kept);
        Assert.All(kept, xml => Assert.Contains("encryptedSecret", xml, StringComparison.Ordinal));
        Assert.All(kept, xml => Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal));
    }
}

/// <inheritdoc/>
public sealed class LostKeysTestsOnSqlite() : LostKeysTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class LostKeysTestsOnPostgres() : LostKeysTests(DatabaseKind.Postgres);
