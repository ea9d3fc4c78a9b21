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
    private static readonly TimeSpan WrongPasswords = TimeSpan.FromDays(90);
    private static readonly TimeSpan HelpAsked = TimeSpan.FromDays(366);

    // A journey at its last instant may be in the middle of a step.
    private static readonly TimeSpan LastStep = TimeSpan.FromMinutes(5);

    /// <summary>All kinds, each removed at most so many rows at a time; what hangs on a row goes with it.</summary>
    public static IReadOnlyList<OutdatedRows> In(MembersDb db, SiteSettings settings, DateTimeOffset now, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(settings);
        var (idle, whole) = (now - settings.SignUp.Lives.Idle, now - settings.SignUp.Lives.Whole);
        var (journeys, sessions, sent) = (now - settings.SignIn.JourneyLife - LastStep, now - Day, now - RecordsOfSending);
        var (wrong, links, help) = (now - WrongPasswords, now - Month, now - HelpAsked);
        var disabled = settings.SignIn.Attempts.MostInARow;

        // Ids of messages begin with their time: their key finds the old ones without an index of its own.
        var before = Guid.CreateVersion7(sent + TimeSpan.FromMilliseconds(1));
        return
        [
            Rows("sign_up_journeys", db.SignUpJourneys.Where(row => row.LastActAt <= idle || row.StartedAt <= whole).OrderBy(row => row.LastActAt)),
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
            Rows("help_requests", db.HelpRequests.Where(row => row.AskedAt <= help).OrderBy(row => row.AskedAt)),
        ];

        OutdatedRows Rows<T>(string kind, IQueryable<T> oldest) => new(kind, stop => oldest.Take(most).ExecuteDeleteAsync(stop));
    }
}
