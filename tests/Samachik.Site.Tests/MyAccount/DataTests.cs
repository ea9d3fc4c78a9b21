using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NJsonSchema;
using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>A member takes along everything that is held about them, in the form that the schema tells.</summary>
public abstract class DataTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task The_download_is_a_file_that_holds_good_by_the_schema_and_has_everything_that_was_typed()
    {
        var member = await FullMemberAsync(Site);
        await member.Visitor.OpenAsync("/account/data");
        var reply = await member.Visitor.SubmitAsync("/account/data?handler=Download");
        Assert.Equal((HttpStatusCode.OK, "no-store"), (reply.Status, reply.Headers["Cache-Control"]));
        Assert.Equal("attachment; filename=samachik-member-data.json; filename*=UTF-8''samachik-member-data.json", reply.Headers["Content-Disposition"]);
        Assert.StartsWith("application/json", reply.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Empty((await SchemaAsync()).Validate(reply.Body));

        var person = member.Person;
        foreach (var typed in (string[])[person.NationalId, person.E164, person.FirstName, person.LastName, "somebody@example.com", "+66812340000"])
            Assert.Contains(typed, reply.Body, StringComparison.Ordinal);
        Assert.Contains("\"helpRequests\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("argon2", reply.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(AuditAct.DataDownloaded, (await member.ActsAsync())[^1]);
    }

    [Fact]
    public async Task Every_list_of_the_download_has_what_the_tables_have_and_nothing_of_others()
    {
        var member = await FullMemberAsync(Site);
        var other = await FullMemberAsync(Site);
        await member.Visitor.OpenAsync("/account/data");
        var copy = JsonDocument.Parse((await member.Visitor.SubmitAsync("/account/data?handler=Download")).Body).RootElement;
        foreach (var list in (string[])["acceptances", "sessions", "browsers", "notices", "journeys", "helpRequests", "activity"])
            Assert.NotEqual(0, copy.GetProperty(list).GetArrayLength());
        foreach (var one in (string[])["pendingPhoneChange", "recoveryWait"]) Assert.Equal(JsonValueKind.Object, copy.GetProperty(one).ValueKind);
        var code = copy.GetProperty("journeys")[0].GetProperty("codes")[0];
        Assert.Equal(("Delivered", Site.Clock.GetUtcNow()), (code.GetProperty("delivery").GetString(), code.GetProperty("deliveryAt").GetDateTimeOffset()));
        Assert.DoesNotContain(other.Person.NationalId, copy.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain($"{await other.IdAsync()}", copy.GetRawText(), StringComparison.Ordinal);
        Assert.True(copy.GetProperty("activityIsWhole").GetBoolean());
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task The_page_tells_the_same_to_read(string language)
    {
        var member = await FullMemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        var text = (await member.Visitor.OpenAsync("/account/data")).Document.Body?.TextContent ?? "";
        var (id, phone) = (member.Person.NationalId, member.Person.Phone);
        var grouped = ($"{id[..1]}-{id[1..5]}-{id[5..10]}-{id[10..12]}-{id[12..]}", $"{phone[..3]}-{phone[3..6]}-{phone[6..]}");
        foreach (var typed in (string[])[grouped.Item1, grouped.Item2, member.Person.FirstName, "somebody@example.com", "SM-0001", "Edge, Windows"])
            Assert.Contains(typed, text, StringComparison.Ordinal);

        // A change that waits, the phone of before and the one to be proven, too.
        Assert.Equal(4, text.Split("081-234-0000").Length);
        foreach (var plain in (string[])[id, member.Person.E164, "+66812340000"]) Assert.DoesNotContain(plain, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_there_for_anybody_in_its_version()
    {
        var visitor = Site.NewVisitor();
        var schema = await visitor.GetAsync("/account/data/schema.json");
        Assert.Equal(HttpStatusCode.OK, schema.Status);
        Assert.StartsWith("application/schema+json", schema.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(schema.Body, (await visitor.GetAsync("/account/data/schema.json?version=1")).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/account/data/schema.json?version=2")).Status);
    }

    [Fact]
    public async Task The_schema_refuses_what_it_does_not_know()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/account/data");
        var body = (await member.Visitor.SubmitAsync("/account/data?handler=Download")).Body;
        var schema = await SchemaAsync();
        Assert.Empty(schema.Validate(body));
        Assert.NotEmpty(schema.Validate(body.Replace("\"firstName\"", "\"givenName\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(body.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)));
    }

    private async Task<JsonSchema> SchemaAsync() =>
        await JsonSchema.FromJsonAsync((await Site.NewVisitor().GetAsync("/account/data/schema.json")).Body, TestContext.Current.CancellationToken);

    // A member with something in every table.
    private static async Task<Newcomer> FullMemberAsync(TestSite site)
    {
        var member = await Newcomer.MemberAsync(site);
        await member.RememberAsync();
        var (row, now, data) = (await member.RowAsync(), site.Clock.GetUtcNow(), site.Service<MemberData>());
        Assert.True(Rules.People.EmailAddress.TryParse("somebody@example.com", out var email, out _));
        Assert.True(Rules.People.ThaiMobileNumber.TryParse("0812340000", out var next, out _));
        var (journey, notice, code) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await site.LookAsync(async db =>
        {
            data.SetEmail(await db.Members.SingleAsync(known => known.Id == row.Id), email, now);
            db.PendingPhoneChanges.Add(new()
            {
                MemberId = row.Id, PhoneCipher = data.Seal(next, "pending_phone_changes.phone", row.Id), PhoneHash = [], ProvenAt = now,
                TakesEffectAt = now.AddDays(2),
            });
            db.RecoveryWaits.Add(new() { MemberId = row.Id, AskedAt = now, ReadyAt = now.AddDays(1), EndsAt = now.AddDays(2) });
            db.Disavowals.Add(new()
            {
                Id = notice, TokenHash = Guid.NewGuid().ToByteArray(), MemberId = row.Id, Act = AuditAct.PhoneChanged, At = now,
                ExpiresAt = now.AddDays(10), PreviousPhoneCipher = data.Seal(next, "disavowals.previous_phone", notice),
            });
            db.MemberJourneys.Add(new()
            {
                Id = journey, Kind = MemberJourneyKind.PhoneChange, MemberId = row.Id, StartedAt = now, LastActAt = now, Network = [],
                AddressCipher = data.Seal(next, "member_journeys.address", journey),
            });
            db.CodeChallenges.Add(new()
            {
                Id = code, MemberJourneyId = journey, Purpose = CodePurpose.PhoneChange, AddressHash = [], CodeHash = [],
                Reference = "BCDF", SentAt = now, ExpiresAt = now.AddMinutes(5),
            });
            db.OutgoingMessages.Add(new()
            {
                Id = Guid.NewGuid(), Kind = MessageKind.Code, ChallengeId = code, Reference = "BCDF", CreatedAt = now, NotAfter = now.AddMinutes(5),
                State = MessageState.Accepted, Delivery = SmsDelivery.Delivered, DeliveryAt = now,
            });
            db.HelpRequests.Add(new()
            {
                Id = Guid.NewGuid(), CaseNumber = "SM-0001-" + Guid.NewGuid().ToString("N")[..8], AskedAt = now, NationalIdCipher = [],
                NationalIdHash = row.NationalIdHash ?? [], PhoneCipher = [], PhoneHash = [], Language = default, Network = [],
            });
            return await db.SaveChangesAsync();
        });
        return member;
    }
}

/// <inheritdoc/>
public sealed class DataTestsOnSqlite(SqliteSite shared) : DataTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class DataTestsOnPostgres(PostgresSite shared) : DataTests(shared), IClassFixture<PostgresSite>;
