using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.NotMe;

/// <summary>Lets a member be told of an act, as the page that does it tells them.</summary>
public static class Told
{
    /// <summary>The path of the link in the notice, as it came to a phone.</summary>
    public static async Task<string> LinkOfAsync(
        TestSite site, Person person, AuditAct act, Action<MemberRow, MemberData>? change = null, Before? before = null, string? readAt = null)
    {
        var (id, data) = ((await site.AccountAsync(person)).Id, site.Service<MemberData>());
        await using (var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
            var tell = scope.ServiceProvider.GetRequiredService<TellMember>();
            var member = await db.Members.SingleAsync(row => row.Id == id);
            change?.Invoke(member, data);
            tell.Add(member, act, site.Clock.GetUtcNow(), before);
            Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
            tell.Wake();
        }

        return AccountFacts.LinkIn((await site.NoticesAsync(readAt ?? person.Phone))[0].Text);
    }

    /// <summary>Waits for an SMS of what the office did, by some words of it.</summary>
    public static Task ByOfficersAsync(TestSite site, string phone, string words) => Eventually.TrueAsync(
        async () => (await site.InboxAsync(phone)).Any(sms => sms.Text.Contains(words, StringComparison.Ordinal)), $"the SMS with {words}");

    /// <summary>A phone as the rules know it.</summary>
    public static ThaiMobileNumber Number(string phone)
    {
        Assert.True(ThaiMobileNumber.TryParse(phone, out var number, out _), "Not a Thai mobile number.");
        return number;
    }

    /// <summary>The phone on file.</summary>
    public static async Task<ThaiMobileNumber> PhoneOnFileAsync(TestSite site, Person person) =>
        site.Service<MemberData>().PhoneOf(await site.AccountAsync(person));

    /// <summary>The e-mail address on file.</summary>
    public static async Task<string?> EmailOnFileAsync(TestSite site, Person person) =>
        site.Service<MemberData>().EmailOf(await site.AccountAsync(person))?.Text;
}
