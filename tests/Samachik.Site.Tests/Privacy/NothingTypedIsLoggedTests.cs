using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.Privacy;

/// <summary>No line of the log tells what a person typed, however much is logged and whatever goes wrong.</summary>
public abstract class NothingTypedIsLoggedTests(DatabaseKind kind)
{
    private static readonly (string, string)[] Everything = SiteLog.AllAt("Trace");

    [Fact]
    public async Task In_a_sign_up()
    {
        await using var site = new TestSite(kind, Everything) { Gateway = new RecordingGateway() };
        var newcomer = await Newcomer.AtCodeAsync(site);
        var code = await newcomer.CodeAsync();
        await newcomer.TypeWrongCodeAsync();
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(code)).Path);
        NothingIsLogged(site, Typed.By(newcomer.Person, code));
    }

    [Fact]
    public async Task In_mistakes_and_refusals()
    {
        await using var site = new TestSite(kind, Everything) { Gateway = new RecordingGateway() };
        var newcomer = await Newcomer.AtDetailsAsync(site);
        var (visitor, person) = (newcomer.Visitor, newcomer.Person);
        await newcomer.GiveDetailsAsync(("ConfirmPassword", person.Password + "x"), ("BirthYear", "abcd"));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-up/details", person.Fields)).Status);
        (string, string?)[] tooMuch = [.. person.Fields, ("More", new string('x', 70_000))];
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visitor.PostAsync("/sign-up/details", tooMuch)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/sign-up/nowhere", person.Fields)).Status);
        NothingIsLogged(site, Typed.By(person));
    }

    [Fact]
    public async Task When_a_gateway_breaks_with_all_it_knows()
    {
        var gateway = new RecordingGateway { Answer = (message, _) => throw new InvalidOperationException($"{message.To.E164}: {message.Text}") };
        await using var site = new TestSite(kind, Everything) { Gateway = gateway };
        var newcomer = await Newcomer.AtCodeAsync(site);
        await Eventually.TrueAsync(() => Task.FromResult(site.Log.Errors.Any()), "the broken gateway in the log");
        NothingIsLogged(site, Typed.By(newcomer.Person, ReceivedSms.CodeIn(gateway.Handed[0].Text)));
    }

    [Fact]
    public async Task When_a_row_does_not_open()
    {
        await using var site = new TestSite(kind, Everything) { Gateway = new RecordingGateway() };
        var newcomer = await Newcomer.AtCodeAsync(site);
        await site.LookAsync(async db =>
        {
            var journey = await db.SignUpJourneys.SingleAsync();
            journey.FirstNameCipher = journey.PhoneCipher;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.InternalServerError, (await newcomer.Visitor.GetAsync("/sign-up/details")).Status);
        Assert.NotEmpty(site.Log.Errors);
        NothingIsLogged(site, Typed.By(newcomer.Person));
    }

    [Fact]
    public async Task What_is_planted_is_found()
    {
        await using var site = new TestSite(kind, Everything);
        var person = Person.New();
        await site.NewVisitor().GetAsync($"/?name={Uri.EscapeDataString(person.FirstName)}");
        site.Service<ILogger<RecordingGateway>>().LogDebug("SMS to {Phone}", person.E164);
        var found = new Traces(Typed.By(person)).In(string.Join('\n', site.Log.Lines));
        foreach (var what in (string[])["first name", "phone"])
            Assert.Contains(found, one => one.StartsWith(what, StringComparison.Ordinal));
    }

    private static void NothingIsLogged(TestSite site, IEnumerable<Typed> typed)
    {
        var lines = site.Log.Lines.ToList();
        Assert.True(lines.Count > 500, $"Only {lines.Count} lines were logged.");
        var found = new Traces(typed).In(string.Join('\n', lines));
        Assert.Empty(found);
    }
}

/// <inheritdoc/>
public sealed class NothingTypedIsLoggedTestsOnSqlite() : NothingTypedIsLoggedTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class NothingTypedIsLoggedTestsOnPostgres() : NothingTypedIsLoggedTests(DatabaseKind.Postgres);
