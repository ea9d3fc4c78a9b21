using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Recovery;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.NotMe;

/// <summary>What became of "this was not me".</summary>
public enum DisavowVerdict
{
    /// <summary>What can be undone is undone.</summary>
    Undone,

    /// <summary>It was undone by this very link before.</summary>
    DoneAlready,

    /// <summary>There is no such link, or its time is over.</summary>
    Dead,
}

/// <summary>The verdict, with the link that it is about.</summary>
public sealed record DisavowOutcome(DisavowVerdict Verdict, Guid? Link = null);

/// <summary>"This was not me": undoes what a notice told of, and freezes the account until proof; in one save, once.</summary>
public sealed class Disavow(
    NoticeLinks links, FreezeAccount freeze, PutBack putBack, AuditTrail trail, TellMember tell, JourneyCookies cookies, LookupHash lookup,
    MembersDb db, TimeProvider time)
{
    /// <summary>The cookie that lets this browser see what was done.</summary>
    public const string Cookie = "not-me";

    private const int MostRounds = 10;

    /// <summary>Undoes it. An act on the account that came first is looked at again.</summary>
    public async Task<DisavowVerdict> DisavowAsync(HttpContext context, string? word)
    {
        ArgumentNullException.ThrowIfNull(context);
        var outcome = await TryAsync(context, word);
        if (outcome.Link is { } link) cookies.Write(context, Cookie, link);
        return outcome.Verdict;
    }

    private async Task<DisavowOutcome> TryAsync(HttpContext context, string? word)
    {
        var network = lookup.Of(context.Connection.RemoteIpAddress);
        for (var round = 0; round < MostRounds; round++)
        {
            db.ChangeTracker.Clear();
            if (await links.FindAsync(word) is not { } link) return new(DisavowVerdict.Dead);
            if (link.UsedAt is not null) return new(DisavowVerdict.DoneAlready, link.Id);
            await UndoAsync(link, network, time.GetUtcNow());
            if (await db.SaveActAsync() != SaveVerdict.Saved) continue;
            tell.Wake();
            return new(DisavowVerdict.Undone, link.Id);
        }

        throw new InvalidOperationException("The account changes faster than it can be frozen.");
    }

    private async Task UndoAsync(DisavowalRow link, byte[] network, DateTimeOffset now)
    {
        var member = await db.Members.SingleAsync(row => row.Id == link.MemberId);
        link.UsedAt = now;
        switch (await links.UndoingAsync(link))
        {
            case Undoing.Wait:
                await freeze.CallOffWaitAsync(member, network, now);
                return;
            case Undoing.Phone:
                await putBack.PhoneAsync(member, link, network, now);
                break;
            case Undoing.Email:
                await putBack.EmailAsync(member, link, network, now);
                break;
            case Undoing.Closing:
                if (member.ClosingAt is not null) trail.Add(db, AuditAct.ClosingTakenBack, member.Id, network, now);
                member.ClosingAt = null;
                break;
            case Undoing.SessionsOnly:
                break;
        }

        await freeze.FreezeAsync(member, network, now);
        trail.Add(db, AuditAct.Disavowed, member.Id, network, now, detail: link.Act.ToString());
    }
}
