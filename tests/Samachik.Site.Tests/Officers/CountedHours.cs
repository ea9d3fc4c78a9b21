using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;
using Samachik.Site.Features.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Officers;

/// <summary>Hours in which a known number of things is done, and what is told of them.</summary>
internal static class CountedHours
{
    /// <summary>One round of the counting; whether this node is the one that counts.</summary>
    public static Task<bool> CountAsync(TestSite site) =>
        site.Hosted<RollUp>().CountAsync(TestContext.Current.CancellationToken);

    /// <summary>The day on which a site begins, beside the week before.</summary>
    public static Task<DayComparison> ReadAsync(TestSite site) => site.LookAsync(db => new ReadDay(db).ReadAsync(ThaiDay.Of(TestSite.Start)));

    /// <summary>Waits until a gateway has all that waits.</summary>
    public static Task AllSentAsync(TestSite site) => Eventually.TrueAsync(
        () => site.LookAsync(db => db.OutgoingMessages.AllAsync(row => row.State == MessageState.Accepted)), "all messages to be sent");

    /// <summary>A message arrives so long after it was saved.</summary>
    public static Task<int> ArriveAsync(TestSite site, Guid id, TimeSpan after) => site.LookAsync(async db =>
    {
        var saved = await db.OutgoingMessages.Where(row => row.Id == id).Select(row => row.CreatedAt).SingleAsync();
        return await db.OutgoingMessages.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Delivery, SmsDelivery.Delivered).SetProperty(row => row.DeliveryAt, saved + after));
    });

    /// <summary>
    /// Within the first hour: six begin to sign up, five give details and are sent a code, three become members; two codes
    /// are wrong, one is late, one is asked for too soon; one password is wrong and one sign-in right; four of six SMS arrive.
    /// </summary>
    public static async Task ScriptAsync(TestSite site)
    {
        var began = site.Clock.GetUtcNow();
        await Newcomer.AtDetailsAsync(site);
        var wrong = await Newcomer.AtCodeAsync(site);
        await wrong.TypeWrongCodeAsync();
        await wrong.TypeWrongCodeAsync();
        await wrong.ResendAsync();
        await Newcomer.MemberAsync(site);
        await Newcomer.MemberAsync(site);
        var late = await Newcomer.AtCodeAsync(site);
        var code = await late.CodeAsync();
        var member = await Member.NewAsync(site);
        await member.GiveCredentialsAsync("notTheRightOne1");
        await member.SignInAsync();
        await AllSentAsync(site);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await late.TypeCodeAsync(code);
        var ids = await site.LookAsync(db => db.OutgoingMessages.Where(row => row.CreatedAt >= began).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
        int[] seconds = [1, 3, 4, 45];
        foreach (var (id, took) in ids.Zip(seconds)) await ArriveAsync(site, id, TimeSpan.FromSeconds(took));
    }
}
