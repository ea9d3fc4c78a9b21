using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Sqlite;

namespace Samachik.Site.Tests.Laws;

/// <summary>Whatever is held about a member is in their download, or there is a reason why not.</summary>
public sealed class DownloadLaws
{
    private const string KeyedHash = "a keyed hash: it only compares, and nobody reads it back";
    private const string TheirOwn = "the member themself";
    private const string Officer = "which officer: the office answers for it, and the member asks there";

    /// <summary>Tables with rows of one member, and where each column stands in the schema, or why it is left out.</summary>
    private static readonly Dictionary<string, (string? Definition, Dictionary<string, string> Columns)> OfMembers = new()
    {
        ["members"] = ("account", new()
        {
            ["national_id_cipher"] = "=nationalId", ["national_id_hash"] = KeyedHash, ["phone_cipher"] = "=phone", ["phone_hash"] = KeyedHash,
            ["first_name_cipher"] = "=firstName", ["last_name_cipher"] = "=lastName", ["birth_date_cipher"] = "=birthDate", ["name_hash"] = KeyedHash,
            ["password_hash"] = "opens nothing but the door: a thief of the file could guess at it", ["email_cipher"] = "=email", ["email_hash"] = KeyedHash,
            ["version"] = "random, changes with every save; says nothing",
        }),
        ["acceptances"] = ("acceptance", new() { ["id"] = "names the row alone", ["member_id"] = TheirOwn, ["network"] = KeyedHash }),
        ["member_sessions"] = ("session", new() { ["member_id"] = TheirOwn, ["network"] = KeyedHash }),
        ["known_browsers"] = ("browser", new()
        {
            ["member_id"] = TheirOwn, ["browser_id"] = "several members may share a browser; the cookie names it, and it is nobody's business else",
        }),
        ["pending_phone_changes"] = ("pendingPhoneChange", new() { ["member_id"] = TheirOwn, ["phone_cipher"] = "=phone", ["phone_hash"] = KeyedHash }),
        ["recovery_waits"] = ("recoveryWait", new()
        {
            ["member_id"] = TheirOwn, ["code_hash"] = KeyedHash, ["phone_hash"] = KeyedHash,
            ["phone_cipher"] = "of who asked officers for a recovery: until it is done it may be somebody else's",
        }),
        ["disavowals"] = ("notice", new()
        {
            ["id"] = "names the row alone", ["token_hash"] = KeyedHash, ["member_id"] = TheirOwn, ["previous_phone_cipher"] = "=previousPhone",
            ["previous_email_cipher"] = "=previousEmail",
        }),
        ["member_journeys"] = ("journey", new()
        {
            ["id"] = "what the browser's cookie holds, protected", ["member_id"] = TheirOwn, ["national_id_hash"] = KeyedHash, ["address_hash"] = KeyedHash,
            ["address_cipher"] = "=address", ["password_as_of"] = "the time of the last change of password, which the account has", ["network"] = KeyedHash,
            ["sends"] = "=codesSent", ["version"] = "random, changes with every save; says nothing",
        }),
        ["audit_entries"] = ("activity", new()
        {
            ["actor_id"] = Officer, ["member_id"] = TheirOwn, ["network"] = KeyedHash,
            ["mac"] = "a keyed hash over the entry",
        }),
        ["code_challenges"] = ("code", new()
        {
            ["id"] = "names the row alone", ["sign_up_journey_id"] = "a sign-up is over before there is a member", ["member_journey_id"] = "it stands inside its journey",
            ["address_hash"] = KeyedHash, ["code_hash"] = KeyedHash, ["network"] = KeyedHash,
            ["prefix"] = "the beginning of the number it went to, which its journey has",
        }),
        ["data_requests"] = ("dataRequest", new()
        {
            ["id"] = "names the row alone", ["member_id"] = TheirOwn, ["national_id_hash"] = KeyedHash, ["opened_by"] = Officer, ["assigned_to"] = Officer,
            ["answered_by"] = Officer, ["words_cipher"] = "an officer's own words of what somebody asked, who may have been another",
            ["answer_cipher"] = "=answer", ["stamp"] = "random, changes with every save; says nothing",
        }),
        ["help_requests"] = ("helpRequest", new()
        {
            ["id"] = "names the row alone", ["national_id_cipher"] = "the account has it", ["national_id_hash"] = KeyedHash,
            ["phone_cipher"] = "may be another person's, who has proven nothing", ["phone_hash"] = KeyedHash,
            ["note_cipher"] = "may be another person's, who has proven nothing", ["network"] = KeyedHash,
        }),
    };

    /// <summary>Tables that hold nothing of a member that could be found again, each with its reason.</summary>
    private static readonly Dictionary<string, string> OfNobody = new()
    {
        ["sign_up_journeys"] = "of people who are no members yet; two hours at most",
        ["send_counters"] = "counts by keyed hash; a day at most",
        ["sign_in_attempts"] = "counts by keyed hash",
        ["send_tallies"] = "counts by keyed hash and hour, of numbers that nobody has proven",
        ["guard_decisions"] = "names a network or a run of numbers by keyed hash, and a journey",
        ["stopped_numbers"] = "of a number, not of an account: it says that who has the number wants nothing",
        ["register_entries"] = "the office's register by keyed hash, whether or not its people are members",
        ["gateway_switches"] = "what the operator switched",
        ["outgoing_messages"] = "knows the phone by a keyed hash alone once it is out; the codes stand in their journeys",
        ["officers"] = "the staff, who are no members",
        ["officer_sessions"] = "of the staff",
        ["officer_notes"] = "the office's own notes; they may hold what others said, and are given by a data request",
        ["proposals"] = "the office's own papers, with what others said and phones that may be others'; given by a data request",
        ["level_proofs"] = "that an officer saw the card, which the trail tells as activity, with the officer's note",
        ["reserved_ids"] = "an ID number and a phone by keyed hash; thirty days at most",
        ["officer_looks"] = "what the trail tells as activity: who looked, when and why",
        ["agreement_versions"] = "the office's texts; who accepted which stands in acceptances",
        ["outgoing_mails"] = "names neither address nor account once it is out",
        ["audit_seals"] = "hashes over the trail",
        ["day_figures"] = "sums of an hour, of nobody in particular",
        ["day_hours"] = "when an hour was counted",
        ["leases"] = "which node works",
        ["key_checks"] = "a check of the key",
        ["field_keys"] = "which keys are in use",
        ["nodes"] = "which nodes run, and their keys",
        ["data_protection_keys"] = "keys of cookies and forms",
    };

    private static IEnumerable<IEntityType> Tables
    {
        get
        {
            using var db = new SqliteMembersDb(new DbContextOptionsBuilder<SqliteMembersDb>().UseSqlite("Data Source=:memory:").Options);
            return [.. db.Model.GetEntityTypes()];
        }
    }

    [Fact]
    public void Every_table_is_in_the_download_or_holds_nothing_of_a_member() => Law.Holds(
        from table in Tables
        let name = table.GetTableName() ?? ""
        where OfMembers.ContainsKey(name) == OfNobody.ContainsKey(name)
        select $"{name}: tell DownloadLaws where it stands in the download, or why it does not");

    [Fact]
    public void Every_column_is_in_the_download_or_has_a_reason()
    {
        var definitions = Definitions();
        Law.Holds(
            from table in Tables
            where OfMembers.ContainsKey(table.GetTableName() ?? "")
            let place = OfMembers[table.GetTableName() ?? ""]
            let properties = definitions.GetProperty(place.Definition ?? "").GetProperty("properties").EnumerateObject().Select(property => property.Name).ToHashSet()
            from column in table.GetProperties().Select(property => property.GetColumnName())
            let told = place.Columns.GetValueOrDefault(column)
            let name = told is null ? CamelCase(column) : told.StartsWith('=') ? told[1..] : null
            where name is not null && !properties.Contains(name)
            select $"{table.GetTableName()}.{column}: there is no {name} in {place.Definition}");
    }

    [Fact]
    public void Nothing_is_excused_that_is_not_there() => Law.Holds(
        from pair in OfMembers
        let table = Tables.SingleOrDefault(table => table.GetTableName() == pair.Key)
        from column in pair.Value.Columns.Keys
        where table is null || table.GetProperties().All(property => property.GetColumnName() != column)
        select $"{pair.Key}.{column} is no column");

    private static JsonElement Definitions()
    {
        using var stream = typeof(SiteSettings).Assembly.GetManifestResourceStream("member-data-1.schema.json");
        Assert.NotNull(stream);
        return JsonDocument.Parse(stream).RootElement.GetProperty("definitions");
    }

    private static string CamelCase(string column)
    {
        var parts = column.Split('_');
        return parts[0] + string.Concat(parts[1..].Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
