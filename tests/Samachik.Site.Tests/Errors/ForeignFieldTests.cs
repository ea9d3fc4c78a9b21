using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.Errors;

/// <summary>A form takes what it shows and no more: columns of the tables, sent along with it, change nothing.</summary>
public abstract class ForeignFieldTests(SharedSite shared)
{
    private static readonly Type[] Rows =
        [typeof(MemberRow), typeof(MemberJourneyRow), typeof(MemberSessionRow), typeof(KnownBrowserRow), typeof(DisavowalRow), typeof(HelpRequestRow)];

    private static readonly string[] Shown =
        ["Email", "Phone", "Password", "ConfirmPassword", "FirstName", "LastName", "NoLastName", "NationalId", "Note", "Code", "CloseAccount"];

    private TestSite Site => shared.Site;

    [Fact]
    public async Task In_my_account_each_form_changes_its_own_columns_alone()
    {
        var member = await Newcomer.MemberAsync(Site);
        await ChangesAsync(member, "/account/name", ["FirstNameCipher", "LastNameCipher", "NameHash"], ("FirstName", "สมหญิง"), ("LastName", "ใจดี"));
        await ChangesAsync(member, "/account/phone", [], ("Phone", Person.New().Phone));
        await ChangesAsync(member, "/account/phone/code", [], ("Code", "12"));
        await ChangesAsync(member, "/account/email", [], ("Email", AccountFacts.NewEmail()));
        await ChangesAsync(member, "/account/email/code", [], ("Code", "12"));
        await ChangesAsync(member, "/account/sessions?handler=EndOthers", []);
        await ChangesAsync(member, "/account/data?handler=Download", []);
        await ChangesAsync(
            member, "/account/password", ["PasswordHash", "PasswordChangedAt"], ("Password", "khanun58Thong"), ("ConfirmPassword", "khanun58Thong"));
        await ChangesAsync(member, "/account/close", []);
        Assert.Equal(AssuranceLevel.SelfAsserted, (await Site.AccountAsync(member.Person)).Level);
    }

    [Fact]
    public async Task In_a_recovery_only_the_password_becomes_new()
    {
        var member = await Newcomer.MemberAsync(Site);
        var before = await ColumnsAsync(member);
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        var returner = new Returner(Site, member.Person);
        await returner.Visitor.GetAsync("/recovery");
        await returner.Visitor.SubmitAndFollowAsync("/recovery", [("NationalId", member.Person.NationalId), .. Foreign()]);
        await returner.Visitor.SubmitAndFollowAsync("/recovery/code", [("Code", "12"), .. Foreign()]);
        Assert.Equal(before, await ColumnsAsync(member));
        var code = await returner.CodeAsync();
        Assert.Equal("/recovery/new-password", (await returner.Visitor.SubmitAndFollowAsync("/recovery/code", [("Code", code), .. Foreign()])).Path);
        Assert.Equal("/recovery/done", (await returner.Visitor.SubmitAndFollowAsync(
            "/recovery/new-password", [("Password", "khanun58Thong"), ("ConfirmPassword", "khanun58Thong"), .. Foreign()])).Path);
        Differ(before, await ColumnsAsync(member), ["PasswordHash", "PasswordChangedAt", "PhoneProvenAt", "RecoveredAt"]);
    }

    [Fact]
    public async Task A_request_for_help_says_of_itself_nothing_but_what_its_form_asks()
    {
        var (visitor, person) = (Site.NewVisitor(), Person.New());
        await visitor.GetAsync("/recovery/help");
        Assert.Equal("/recovery/help/sent", (await visitor.SubmitAndFollowAsync(
            "/recovery/help", [("NationalId", person.NationalId), ("Phone", person.Phone), .. Foreign()])).Path);
        var row = await Site.LookAsync(db => db.HelpRequests.AsNoTracking().OrderByDescending(row => row.AskedAt).FirstAsync());
        Assert.Equal(Site.Clock.GetUtcNow(), row.AskedAt);
        Assert.DoesNotContain("1999", row.CaseNumber, StringComparison.Ordinal);
        Assert.Null(row.NoteCipher);
    }

    private async Task ChangesAsync(Newcomer member, string action, string[] columns, params (string Name, string? Value)[] fields)
    {
        var before = await ColumnsAsync(member);
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        await member.Visitor.OpenAsync(action.Split('?')[0]);
        var token = await member.Visitor.TokenAsync("/sign-out");
        var reply = await member.Visitor.PostAsync(action, [.. fields, .. Foreign(), ("__RequestVerificationToken", token)]);
        Assert.True((int)reply.Status < 400, $"{action}: {reply.Status}");
        Differ(before, await ColumnsAsync(member), columns);
    }

    private static void Differ(Dictionary<string, string> before, Dictionary<string, string> after, string[] columns) => Assert.Equal(
        columns.Order(StringComparer.Ordinal),
        before.Where(pair => pair.Key is not ("Version" or "Language") && after[pair.Key] != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal));

    // Every column by its own name, as a part of the page, of the row, and in the address of a script.
    private static IEnumerable<(string Name, string? Value)> Foreign()
    {
        var names = Rows.SelectMany(row => row.GetProperties()).Where(property => !Shown.Contains(property.Name)).Distinct().ToList();
        var columns = names.DistinctBy(property => property.Name).Select(property => (property.Name, Value: Value(property.PropertyType))).ToList();
        return [.. columns, ("Member.Level", "3"), ("Row.Level", "3"), ("State.Address", "x"), ("Role", "Officer"), ("Ial", "3"), ("IsVerified", "true"), ("__proto__", "x")];
    }

    private static string Value(Type type) =>
        type == typeof(Guid) || type == typeof(Guid?) ? "11111111-1111-1111-1111-111111111111"
        : type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) ? "1999-01-01T00:00:00Z"
        : type == typeof(bool) ? "true"
        : type == typeof(string) ? "1999" : "3";

    private async Task<Dictionary<string, string>> ColumnsAsync(Newcomer member)
    {
        var row = await Site.AccountAsync(member.Person);
        return typeof(MemberRow).GetProperties().ToDictionary(property => property.Name, property => JsonSerializer.Serialize(property.GetValue(row)));
    }
}

/// <inheritdoc/>
public sealed class ForeignFieldTestsOnSqlite(SqliteSite shared) : ForeignFieldTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class ForeignFieldTestsOnPostgres(PostgresSite shared) : ForeignFieldTests(shared), IClassFixture<PostgresSite>;
