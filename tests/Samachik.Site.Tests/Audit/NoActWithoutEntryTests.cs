using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.MyAccount;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.Audit;

/// <summary>Where the trail takes no entry, because its disk is full or its table gone, nothing befalls an account.</summary>
public abstract class NoActWithoutEntryTests(DatabaseKind kind)
{
    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        await using var site = new TestSite(kind);
        var member = await Newcomer.MemberAsync(site);
        var (phone, address) = (Person.New().Phone, AccountFacts.NewEmail());
        await site.GiveEmailAsync(member.Person, AccountFacts.NewEmail());
        var link = await Told.LinkOfAsync(site, member.Person, Rules.Audit.AuditAct.PasswordChanged);
        await member.ElsewhereAsync();
        await member.RememberAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var phoneCode = await AskAsync(member, "/account/phone", ("Phone", phone), reference => site.SmsAsync(phone, reference).ContinueWith(sms => sms.Result.Code, TaskScheduler.Default));
        var mailCode = await AskAsync(member, "/account/email", ("Email", address), async reference => await Mailbox.CodeAsync(site, address, reference));
        var returner = await Returner.AtNewPasswordAsync(site, member.Person);
        var newcomer = await Newcomer.AtCodeAsync(site);
        var newcomersCode = await newcomer.CodeAsync();
        var owner = new Member(site, member.Person);
        await owner.AskForCodeAsync();
        var signInCode = await owner.CodeAsync();
        await member.Visitor.OpenAsync("/contact");

        var before = await StateAsync(site);
        site.Place.OnDatabase("ALTER TABLE audit_entries RENAME TO audit_elsewhere");
        (Visitor Visitor, string Path, (string, string?)[] Fields)[] acts =
        [
            (member.Visitor, "/account/name", [("FirstName", "สมหญิง"), ("LastName", "ใจดี")]),
            (member.Visitor, "/account/phone/code", [("Code", phoneCode)]),
            (member.Visitor, "/account/email/code", [("Code", mailCode)]),
            (member.Visitor, "/account/email?handler=Remove", []),
            (member.Visitor, "/account/password", [("Password", "khanun58Thong"), ("ConfirmPassword", "khanun58Thong")]),
            (member.Visitor, "/account/sessions?handler=EndOthers", []),
            (member.Visitor, "/account/sessions?handler=ForgetAll", []),
            (member.Visitor, "/account/data?handler=Download", []),
            (member.Visitor, "/account/close", [("CloseAccount", "true")]),
            (returner.Visitor, "/recovery/new-password", [("Password", "khanun58Thong"), ("ConfirmPassword", "khanun58Thong")]),
            (newcomer.Visitor, "/sign-up/phone-code", [("Code", newcomersCode)]),
            (owner.Visitor, "/sign-in/code", [("Code", signInCode)]),
            (site.NewVisitor(), "/sign-in", [("NationalId", member.Person.NationalId), ("Password", "notTheRightOne1")]),
            (site.NewVisitor(), link, []),
        ];
        foreach (var (visitor, path, fields) in acts)
        {
            await visitor.OpenAsync("/contact");
            var token = await visitor.TokenAsync("/language");
            var reply = await visitor.PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
            Assert.True((int)reply.Status >= 500, $"{path}: {reply.Status} to {reply.Location}");
        }

        site.Place.OnDatabase("ALTER TABLE audit_elsewhere RENAME TO audit_entries");
        Assert.Equal(before, await StateAsync(site));

        // Nothing was lost by it either: with the trail back, the same form does its act.
        await member.Visitor.OpenAsync("/account/name");
        Assert.Equal("/account?done=name", (await member.Visitor.SubmitAsync("/account/name", ("FirstName", "สมหญิง"), ("LastName", "ใจดี"))).Location);
        Assert.Equal("/account?done=phone", (await member.Visitor.SubmitAsync("/account/phone/code", ("Code", phoneCode))).Location);
    }

    private static async Task<string?> AskAsync(Newcomer member, string path, (string, string?) field, Func<string, Task<string?>> read)
    {
        await member.Visitor.OpenAsync(path);
        var page = await member.Visitor.SubmitAndFollowAsync(path, field);
        Assert.NotNull(page.Reference);
        return await read(page.Reference);
    }

    // All that is an account's, and what would be sent for it. Counters of tries may move: a try that failed counts.
    private static Task<string> StateAsync(TestSite site) => site.LookAsync(async db => JsonSerializer.Serialize(new
    {
        Members = await db.Members.AsNoTracking().OrderBy(row => row.Id).ToListAsync(),
        Sessions = await db.MemberSessions.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Id, row.EndedAt }).ToListAsync(),
        Browsers = await db.KnownBrowsers.CountAsync(),
        Acceptances = await db.Acceptances.CountAsync(),
        Links = await db.Disavowals.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Id, row.UsedAt }).ToListAsync(),
        Notices = await db.OutgoingMessages.CountAsync(row => row.Kind == MessageKind.Notice) + await db.OutgoingMails.CountAsync(row => row.Kind == MessageKind.Notice),
        Used = await db.CodeChallenges.CountAsync(row => row.UsedAt != null),
    }));
}

/// <inheritdoc/>
public sealed class NoActWithoutEntryTestsOnSqlite() : NoActWithoutEntryTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class NoActWithoutEntryTestsOnPostgres() : NoActWithoutEntryTests(DatabaseKind.Postgres);
