using System.Diagnostics;
using System.Net;
using Npgsql;
using Samachik.Site.Tests.Privacy;

namespace Samachik.Site.Tests.Processes;

/// <summary>The database goes away in the middle of a step: an honest page, nothing written, and the same step works later.</summary>
[Trait("Category", "Process")]
public sealed class OutageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(Line.Refused, "th", "ขออภัย ระบบใช้ไม่ได้ชั่วคราว")]
    [InlineData(Line.Refused, "en", "Sorry, the service is not available for the moment")]
    [InlineData(Line.Hanging, "th", "ขออภัย ระบบใช้ไม่ได้ชั่วคราว")]
    [InlineData(Line.CutInReply, "en", "Sorry, the service is not available for the moment")]
    public async Task Every_step_answers_503_and_works_when_the_database_is_back(Line fault, string language, string heading)
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        var direct = new NpgsqlConnectionStringBuilder(place.Connection);
        await using var proxy = new TcpProxy(direct.Port);
        var through = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = proxy.Port, Database = direct.Database, Username = direct.Username, Password = direct.Password,
        };
        await using var site = await SiteProgram.StartAsync(
            place, SiteProgram.FreePort(), ("ConnectionStrings:Accounts", through.ConnectionString), ("PhoneCodes:ResendAfter", "00:00:00"));
        using var applicant = new Applicant(site.Address);
        await applicant.GetAsync("/");
        await applicant.PostAsync("/language", ("Culture", language), ("ReturnUrl", "/sign-up/agreement"));

        var code = "";
        (Func<Task> Step, string Next)[] steps =
        [
            (applicant.AgreeAsync, "/sign-up/details"),
            (applicant.GiveDetailsAsync, "/sign-up/phone-code"),
            (() => applicant.PostAsync("/sign-up/phone-code?handler=Resend"), "/sign-up/phone-code"),
            (() => applicant.TypeCodeAsync(code), "/sign-up/done"),
        ];
        foreach (var (step, next) in steps)
        {
            proxy.Set(fault);
            var watch = Stopwatch.StartNew();
            await step();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, applicant.Status);
            Assert.True(watch.Elapsed < Patience, $"{next} took {watch.Elapsed}.");
            Assert.Contains(heading, applicant.Body, StringComparison.Ordinal);
            Assert.NotNull(applicant.RetryAfter);
            Assert.Contains($"lang=\"{language}\"", applicant.Body, StringComparison.Ordinal);

            proxy.Set(Line.Whole);
            await Eventually.TrueAsync(
                async () =>
                {
                    await step();
                    return applicant.Status == HttpStatusCode.OK;
                },
                $"{next} once the database is back");
            Assert.Equal(next, applicant.Path);

            // The SMS is out before the line fails again.
            if (next == "/sign-up/phone-code") code = await applicant.CodeAsync();
        }

        Assert.Equal(1L, await MembersAsync(place));
        Assert.Empty(new Traces(Typed.By(applicant.Person, code)).In(site.Output));
    }

    private static async Task<object?> MembersAsync(TestPlace place)
    {
        await using var db = new NpgsqlConnection(place.Connection);
        await db.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM members", db);
        return await command.ExecuteScalarAsync();
    }
}
