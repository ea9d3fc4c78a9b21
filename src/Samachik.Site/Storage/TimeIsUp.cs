using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage;

/// <summary>Rows of one kind that have had their time, and how to remove the oldest few of them in one statement.</summary>
public sealed record OutdatedRows(string Kind, Func<CancellationToken, Task<int>> RemoveSomeAsync);

/// <summary>What has had its time, kind by kind. Accounts are not here: closing one is an act, with its entry in the trail.</summary>
public static class TimeIsUp
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan RecordsOfSending = TimeSpan.FromDays(90);
    private static readonly TimeSpan Tallies = TimeSpan.FromDays(15);
    private static readonly TimeSpan WrongPasswords = TimeSpan.FromDays(90);
    private static readonly TimeSpan Looks = TimeSpan.FromDays(366);
    private static readonly TimeSpan HelpAsked = TimeSpan.FromDays(366);

    // After three years no claim of a person hangs on an answer any more (PDPA, section 78).
    private static readonly TimeSpan DataRequests = TimeSpan.FromDays(3 * 366);
    private static readonly TimeSpan Figures = TimeSpan.FromDays(400);

    // A journey at its last instant may be in the middle of a step.
    private static readonly TimeSpan LastStep = TimeSpan.FromMinutes(5);

    /// <summary>All kinds, each removed at most so many rows at a time; what hangs on a row goes with it.</summary>
    public static IReadOnlyList<OutdatedRows> In(MembersDb db, SiteSettings settings, DateTimeOffset now, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(settings);
        var (idle, whole) = (now - settings.SignUp.Lives.Idle, now - settings.SignUp.Lives.Whole);
        var (journeys, sessions, sent) = (now - settings.SignIn.JourneyLife - LastStep, now - Day, now - RecordsOfSending);
        var (wrong, links, help, tallies) = (now - WrongPasswords, now - Month, now - HelpAsked, now - Tallies);
        var (looks, answered) = (now - Looks, now - DataRequests);
        var figures = now - Figures;
        var stopped = now - settings.PhoneCodes.Guard.StoppedFor;
        var disabled = settings.SignIn.Attempts.MostInARow;

        // Ids of messages begin with their time: their key finds the old ones without an index of its own.
        var before = Guid.CreateVersion7(sent + TimeSpan.FromMilliseconds(1));
        return
        [
            new("sign_up_journeys", stop => new EndedSignUps(db).RemoveSomeAsync(idle, whole, most, stop)),
            Rows("member_journeys", db.MemberJourneys.Where(row => row.StartedAt <= journeys).OrderBy(row => row.LastActAt)),
            Rows("send_counters", db.SendCounters.Where(row => row.EndsAt <= now).OrderBy(row => row.EndsAt)),

            // Slowing and "in a row" look alike here. To forget tries in a row sooner would hand out new ones for the
            // waiting; a password that they disabled stays so until its member sets another.
            Rows("sign_in_attempts", db.SignInAttempts.Where(row => row.LastFailedAt <= wrong && row.Failures < disabled).OrderBy(row => row.LastFailedAt)),
            Rows("member_sessions", db.MemberSessions.Where(row => row.LastSeenAt <= sessions).OrderBy(row => row.LastSeenAt)),
            Rows("known_browsers", db.KnownBrowsers.Where(row => row.ExpiresAt <= now).OrderBy(row => row.ExpiresAt)),
            Rows("disavowals", db.Disavowals.Where(row => row.ExpiresAt <= links).OrderBy(row => row.ExpiresAt)),
            Rows("recovery_waits", db.RecoveryWaits.Where(row => row.EndsAt <= now).OrderBy(row => row.EndsAt)),
            Rows("outgoing_messages", db.OutgoingMessages.Where(row => row.Id < before && row.CreatedAt <= sent).OrderBy(row => row.Id)),
            Rows("outgoing_mails", db.OutgoingMails.Where(row => row.Id < before && row.CreatedAt <= sent).OrderBy(row => row.Id)),
            Rows("send_tallies", db.SendTallies.Where(row => row.Slot <= tallies).OrderBy(row => row.Slot)),
            Rows("guard_decisions", db.GuardDecisions.Where(row => row.At <= sent).OrderBy(row => row.At)),
            Rows("stopped_numbers", db.StoppedNumbers.Where(row => row.At <= stopped).OrderBy(row => row.At)),
            Rows("officer_sessions", db.OfficerSessions.Where(row => row.LastSeenAt <= sessions).OrderBy(row => row.LastSeenAt)),
            Rows("officer_looks", db.OfficerLooks.Where(row => row.At <= looks).OrderBy(row => row.At)),
            Rows("day_figures", db.DayFigures.Where(row => row.Slot <= figures).OrderBy(row => row.Slot)),
            Rows("day_hours", db.DayHours.Where(row => row.Slot <= figures).OrderBy(row => row.Slot)),
            Rows("proposals", db.Proposals.Where(row => row.ProposedAt <= looks).OrderBy(row => row.ProposedAt)),
            Rows("reserved_ids", db.ReservedIds.Where(row => row.EndsAt <= now).OrderBy(row => row.EndsAt)),
            Rows("officer_notes", db.OfficerNotes.Where(row => row.At <= looks).OrderBy(row => row.At)),
            Rows("data_requests", db.DataRequests.Where(row => row.AnsweredAt <= answered).OrderBy(row => row.AnsweredAt)),
            Rows("nodes", db.Nodes.Where(row => row.Until <= sessions).OrderBy(row => row.Until)),
            Rows("help_requests", db.HelpRequests.Where(row => row.AskedAt <= help).OrderBy(row => row.AskedAt)),
        ];

        OutdatedRows Rows<T>(string kind, IQueryable<T> oldest) => new(kind, stop => oldest.Take(most).ExecuteDeleteAsync(stop));
    }
}
