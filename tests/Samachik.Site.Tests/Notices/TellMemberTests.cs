using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Notices;

/// <summary>A member hears of an act at every address, old ones too, with a link whose word nobody else can find.</summary>
public abstract class TellMemberTests(DatabaseKind kind)
{
    private const string Mail = "nid.noi@example.com";
    private const string OldMail = "nid.before@example.org";
    private const string OldPhone = "0899990001";

    [Fact]
    public async Task Every_address_on_file_is_told_with_the_same_link()
    {
        await using var site = new TestSite(kind);
        var told = await TellAsync(site, AuditAct.PasswordChanged);
        var sms = await SmsAsync(site, told.Person.Phone);
        var mail = await MailAsync(site, Mail);
        Assert.Contains(Text("th", "Happened.PasswordChanged"), sms, StringComparison.Ordinal);
        Assert.Contains(Text("th", "More.PasswordChanged"), mail.Text, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(mail.Links), sms, StringComparison.Ordinal);
        Assert.Equal(1, await site.LookAsync(db => db.Disavowals.CountAsync()));
    }

    [Fact]
    public async Task Addresses_that_the_act_took_off_are_told_too_and_kept_for_the_way_back()
    {
        await using var site = new TestSite(kind);
        var told = await TellAsync(site, AuditAct.PhoneChanged, new Before(Phone(OldPhone), Address(OldMail)));
        foreach (var phone in (string[])[told.Person.Phone, OldPhone])
            Assert.Contains(Text("th", "Happened.PhoneChanged"), await SmsAsync(site, phone), StringComparison.Ordinal);
        foreach (var address in (string[])[Mail, OldMail]) Assert.Single((await MailAsync(site, address)).Links);
        var row = await site.LookAsync(db => db.Disavowals.AsNoTracking().SingleAsync());
        var data = await site.LookAsync(_ => Task.FromResult(new MemberData(site.Service<FieldCipher>(), site.Service<LookupHash>())));
        Assert.Equal(OldPhone, data.OpenPhone(row.PreviousPhoneCipher ?? [], "disavowals.previous_phone", row.Id).National);
        Assert.Equal(OldMail, data.OpenEmail(row.PreviousEmailCipher ?? [], "disavowals.previous_email", row.Id).Text);
    }

    [Fact]
    public async Task An_address_that_did_not_change_is_told_once_and_a_quiet_act_by_mail_alone()
    {
        await using var site = new TestSite(kind);
        var person = Person.New();
        var told = await TellAsync(site, AuditAct.SignedIn, new Before(Phone(person.Phone), Address(Mail)), bySms: false, person);
        await MailAsync(site, Mail);
        Assert.Equal((0, 1), (told.Messages, told.Mails));
    }

    [Fact]
    public async Task A_member_without_a_mail_address_is_told_by_SMS_and_nobody_gets_a_link_where_nobody_is_told()
    {
        await using var site = new TestSite(kind);
        var told = await TellAsync(site, AuditAct.PasswordChanged, email: null);
        Assert.Equal((1, 0), (told.Messages, told.Mails));
        var silent = await TellAsync(site, AuditAct.SignedIn, bySms: false, email: null);
        Assert.Equal((0, 0), (silent.Messages, silent.Mails));
        Assert.Equal(1, await site.LookAsync(db => db.Disavowals.CountAsync()));
    }

    [Fact]
    public async Task The_word_of_the_link_is_in_the_messages_alone_and_nothing_of_a_person_lies_in_clear()
    {
        await using var site = new TestSite(kind);
        var told = await TellAsync(site, AuditAct.EmailChanged, new Before(Phone(OldPhone), Address(OldMail)));
        var link = Assert.Single((await MailAsync(site, Mail)).Links);
        var word = link.Split('/')[^1];
        Assert.Matches("^[a-km-np-z2-9]{16}$", word);
        Assert.Equal("/not-me/" + word, new Uri(link).AbsolutePath);
        var row = await site.LookAsync(db => db.Disavowals.AsNoTracking().SingleAsync());
        Assert.Equal(site.Service<LookupHash>().OfLink(word), row.TokenHash);
        string[] secret = [word, "not-me", told.Person.Phone[1..], OldPhone[1..], "nid.", "example.", Text("th", "Happened.EmailChanged"), told.Person.FirstName];
        Assert.True(told.Saved.Length > 1000, "The rows were not looked at.");
        Assert.DoesNotContain(secret, piece => told.Saved.Contains(piece, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(site.Log.Lines, line => secret.Any(piece => line.Contains(piece, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task It_is_told_in_the_members_language_and_not_in_the_readers()
    {
        await using var site = new TestSite(kind);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("th");
        try
        {
            var told = await TellAsync(site, AuditAct.NameChanged, language: ReadingLanguage.English);
            Assert.Contains(Text("en", "Happened.NameChanged"), await SmsAsync(site, told.Person.Phone), StringComparison.Ordinal);
            var mail = await MailAsync(site, Mail);
            Assert.StartsWith("Social Security Office: ", mail.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain(mail.Text + mail.Subject, c => c is >= 'ก' and <= '๛');
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task The_link_and_what_waits_to_be_sent_live_ten_days()
    {
        await using var site = new TestSite(kind, ("Mail:Kind", "None"));
        await TellAsync(site, AuditAct.PasswordChanged, wake: false);
        var until = site.Clock.GetUtcNow() + TimeSpan.FromDays(10);
        Assert.Equal(until, await site.LookAsync(db => db.Disavowals.Select(row => row.ExpiresAt).SingleAsync()));
        Assert.Equal(until, await site.LookAsync(db => db.OutgoingMails.Select(row => row.NotAfter).SingleAsync()));
        Assert.Equal(until, await site.LookAsync(db =>
            db.OutgoingMessages.Where(row => row.Kind == MessageKind.Notice).Select(row => row.NotAfter).SingleAsync()));
    }

    private static async Task<Told> TellAsync(
        TestSite site, AuditAct act, Before? before = null, bool bySms = true, Person? person = null, string? email = Mail,
        ReadingLanguage language = ReadingLanguage.Thai, bool wake = true)
    {
        var member = (await Newcomer.MemberAsync(site, person)).Person;
        var id = (await member.MemberAsync(site))?.Id;
        await using var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, tell) = (services.GetRequiredService<MembersDb>(), services.GetRequiredService<TellMember>());
        var row = await db.Members.SingleAsync(row => row.Id == id);
        row.Language = language;
        services.GetRequiredService<MemberData>().SetEmail(row, email is null ? null : Address(email), site.Clock.GetUtcNow());
        tell.Add(row, act, site.Clock.GetUtcNow(), before, bySms);
        var told = new Told(member, Dump(db), db.OutgoingMessages.Local.Count, db.OutgoingMails.Local.Count);
        Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
        if (wake) tell.Wake();
        return told;
    }

    // Every value of every new row, bytes as their letters too.
    private static string Dump(MembersDb db) => string.Join('\n',
        from entry in db.ChangeTracker.Entries()
        where entry.State == EntityState.Added
        from property in entry.Properties
        select property.CurrentValue switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes) + Encoding.Unicode.GetString(bytes),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        });

    private static async Task<string> SmsAsync(TestSite site, string phone) => (await Eventually.GetAsync(
        async () => (await site.InboxAsync(phone)).FirstOrDefault(sms => sms.Text.Contains("/not-me/", StringComparison.Ordinal)), "the notice by SMS")).Text;

    private static Task<ReceivedMail> MailAsync(TestSite site, string address) =>
        Eventually.GetAsync(async () => (await site.MailboxAsync(address)).SingleOrDefault(), "the notice by e-mail");

    private static string Text(string language, string key) => SpokenTexts.Of<NoticeTexts>(LanguageTag.Read(language), key);

    private static ThaiMobileNumber Phone(string typed) =>
        ThaiMobileNumber.TryParse(typed, out var number, out _) ? number : throw new ArgumentException("No phone.", nameof(typed));

    private static EmailAddress Address(string typed) =>
        EmailAddress.TryParse(typed, out var address, out _) ? address : throw new ArgumentException("No address.", nameof(typed));

    private sealed record Told(Person Person, string Saved, int Messages, int Mails);
}

/// <inheritdoc/>
public sealed class TellMemberTestsOnSqlite() : TellMemberTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class TellMemberTestsOnPostgres() : TellMemberTests(DatabaseKind.Postgres);
