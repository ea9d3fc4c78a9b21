using Microsoft.EntityFrameworkCore;
using Samachik.Rules.People;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.Recovery;

/// <summary>An e-mail as it was sent.</summary>
public sealed record SentMail(MessageKind Kind, string To, string Subject, string Text);

/// <summary>Brings an account into a state that time or another page would bring about, and looks at what came of it.</summary>
public static class AccountFacts
{
    /// <summary>An address that no other test has.</summary>
    public static string NewEmail() => $"somchai.{Guid.NewGuid():N}@example.com";

    /// <summary>The account of a person who has one.</summary>
    public static async Task<MemberRow> AccountAsync(this TestSite site, Person person)
    {
        var member = await person.MemberAsync(site);
        Assert.NotNull(member);
        return member;
    }

    /// <summary>Changes an account in the database.</summary>
    public static async Task ChangeAsync(this TestSite site, Person person, Action<MemberRow> change)
    {
        var id = (await site.AccountAsync(person)).Id;
        await site.LookAsync(async db =>
        {
            change(await db.Members.SingleAsync(row => row.Id == id));
            Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
            return true;
        });
    }

    /// <summary>Puts an e-mail address on file.</summary>
    public static Task GiveEmailAsync(this TestSite site, Person person, string email)
    {
        Assert.True(EmailAddress.TryParse(email, out var address, out _), "Not an e-mail address.");
        return site.ChangeAsync(person, row => site.Service<MemberData>().SetEmail(row, address, site.Clock.GetUtcNow()));
    }

    /// <summary>Lets a browser be remembered for a member.</summary>
    public static async Task KnowBrowserAsync(this TestSite site, Person person, Visitor visitor)
    {
        var (browser, now, member) = (Guid.NewGuid(), site.Clock.GetUtcNow(), (await site.AccountAsync(person)).Id);
        await site.LookAsync(async db =>
        {
            db.KnownBrowsers.Add(new()
            {
                Id = Guid.NewGuid(), BrowserId = browser, MemberId = member, Device = "", RememberedAt = now, LastUsedAt = now,
                ExpiresAt = now.AddDays(30),
            });
            return await db.SaveChangesAsync();
        });
        var context = new DefaultHttpContext();
        site.Service<JourneyCookies>().Write(context, "browser", browser);
        var cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2);
        visitor.Cookies[cookie[0]] = cookie[1];
    }

    /// <summary>The e-mails to an address, once all on their way have been dropped, newest first.</summary>
    public static async Task<IReadOnlyList<SentMail>> MailsAsync(this TestSite site, string to)
    {
        await Eventually.TrueAsync(
            () => site.LookAsync(async db => !await db.OutgoingMails.AnyAsync(
                row => row.State == MessageState.Waiting || row.State == MessageState.Taken)),
            "all e-mails to be sent");
        return [.. (await site.MailboxAsync(to)).Select(mail => new SentMail(
            mail.Code is null ? MessageKind.Notice : MessageKind.Code, to, mail.Subject, mail.Text))];
    }

    /// <summary>The notices by SMS to a phone, once all on their way have come, newest first.</summary>
    public static async Task<IReadOnlyList<ReceivedSms>> NoticesAsync(this TestSite site, string phone)
    {
        await Eventually.TrueAsync(
            () => site.LookAsync(async db => !await db.OutgoingMessages.AnyAsync(
                row => row.State == MessageState.Waiting || row.State == MessageState.Taken)),
            "all messages to be sent");
        return [.. (await site.InboxAsync(phone)).Where(sms => sms.Text.Contains("/not-me/", StringComparison.Ordinal))];
    }

    /// <summary>The path of the link in a notice.</summary>
    public static string LinkIn(string text)
    {
        var start = text.IndexOf("/not-me/", StringComparison.Ordinal);
        Assert.True(start >= 0, "There is no link in the notice.");
        return new string([.. text[start..].TakeWhile(c => !char.IsWhiteSpace(c))]);
    }

    /// <summary>Whether a browser is signed in.</summary>
    public static async Task<bool> IsSignedInAsync(this Visitor visitor) =>
        (await visitor.GetAsync("/")).Document.QuerySelector("form[action='/sign-out']") is not null;
}
