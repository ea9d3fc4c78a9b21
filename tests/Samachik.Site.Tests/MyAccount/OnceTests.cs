using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Site.Notices;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>What may be used once is used once, however many hands use it at one instant.</summary>
[Trait("Category", "Race")]
public abstract class OnceTests(SharedSite shared)
{
    private const int Hands = 30;

    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_code_to_another_phone_changes_it_once()
    {
        var member = await Newcomer.MemberAsync(Site);
        var phone = Person.New().Phone;
        await member.Visitor.OpenAsync("/account/phone");
        var page = await member.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", phone));
        var code = (await Site.SmsAsync(phone, page.Reference ?? "")).Code;
        var replies = await AtOnceAsync(member.Visitor, "/account/phone/code", ("Code", code));
        Assert.Contains(replies, reply => reply.Location == "/account?done=phone");
        Assert.Equal(1, (await member.ActsAsync()).Count(act => act == AuditAct.PhoneChanged));
        await Site.NoticesAsync(member.Person.Phone);
        Assert.Equal(1, await Site.CountNoticesAsync(member.Person.Phone, AuditAct.PhoneChanged));
    }

    [Fact]
    public async Task A_code_to_an_address_changes_it_once()
    {
        var member = await Newcomer.MemberAsync(Site);
        var address = AccountFacts.NewEmail();
        await member.Visitor.OpenAsync("/account/email");
        var page = await member.Visitor.SubmitAndFollowAsync("/account/email", ("Email", address));
        var code = await Mailbox.CodeAsync(Site, address, page.Reference ?? "");
        var replies = await AtOnceAsync(member.Visitor, "/account/email/code", ("Code", code));
        Assert.Contains(replies, reply => reply.Location == "/account?done=email");
        Assert.Equal(1, (await member.ActsAsync()).Count(act => act == AuditAct.EmailChanged));
    }

    [Fact]
    public async Task A_recoverys_code_by_e_mail_proves_once_and_its_form_sets_one_password()
    {
        var (member, email) = (await Newcomer.MemberAsync(Site), AccountFacts.NewEmail());
        await member.SetAsync(row => row.Level = AssuranceLevel.Matched);
        await Site.GiveEmailAsync(member.Person, email);
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        Assert.Equal("/recovery/email-code", (await returner.ProvePhoneAsync()).Path);
        var replies = await AtOnceAsync(returner.Visitor, "/recovery/email-code", ("Code", await returner.MailedCodeAsync(email)));
        Assert.Contains(replies, reply => reply.Location == "/recovery/new-password");
        var id = await member.IdAsync();
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(
            row => row.MemberId == id && row.Act == AuditAct.RecoveryProven && row.Detail == "e-mail")));

        await returner.Visitor.OpenAsync("/recovery/new-password");
        replies = await AtOnceAsync(returner.Visitor, "/recovery/new-password", ("Password", "Nokyung7Bin"), ("ConfirmPassword", "Nokyung7Bin"));
        Assert.Contains(replies, reply => reply.Location == "/recovery/done");
        Assert.Equal(1, (await member.ActsAsync()).Count(act => act == AuditAct.Recovered));
    }

    [Fact]
    public async Task A_link_that_puts_the_former_phone_back_does_it_once()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (old, other) = (Told.Number(member.Person.Phone), Person.New().Phone);
        var link = await Told.LinkOfAsync(
            Site, member.Person, AuditAct.PhoneChanged, (row, data) => data.SetPhone(row, Told.Number(other), Site.Clock.GetUtcNow()),
            new Before(Phone: old));
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync(link);
        var replies = await AtOnceAsync(visitor, link);
        Assert.All(replies, reply => Assert.Equal("/not-me/done", reply.Location));
        Assert.Equal(old, await Told.PhoneOnFileAsync(Site, member.Person));
        var acts = await member.ActsAsync();
        Assert.Equal((1, 1), (acts.Count(act => act == AuditAct.Disavowed), acts.Count(act => act == AuditAct.PhoneChanged)));
    }

    [Fact]
    public async Task A_password_given_anew_by_two_hands_begins_one_session()
    {
        var member = await Newcomer.MemberAsync(Site);
        var id = await member.IdAsync();
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/password");
        await member.Visitor.PostAtOnceAsync(4, "/account/proof", ("Password", member.Person.Password));
        Assert.Equal(1, await Site.LookAsync(db => db.MemberSessions.CountAsync(row => row.MemberId == id && row.EndedAt == null)));
        Assert.Equal(1, (await member.ActsAsync()).Count(act => act == AuditAct.FreshProofGiven));
    }

    private async Task<Reply[]> AtOnceAsync(Visitor visitor, string path, params (string Name, string? Value)[] fields)
    {
        var replies = await visitor.PostAtOnceAsync(Hands, path, fields);
        Assert.All(replies, reply => Assert.True((int)reply.Status < 500, $"{reply.Status}"));
        Assert.Empty(Site.Log.Errors);
        return replies;
    }
}

/// <inheritdoc/>
public sealed class OnceTestsOnSqlite(SqliteSite shared) : OnceTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class OnceTestsOnPostgres(PostgresSite shared) : OnceTests(shared), IClassFixture<PostgresSite>;
