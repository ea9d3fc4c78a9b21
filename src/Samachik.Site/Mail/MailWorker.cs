using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Mail;

/// <summary>
/// Sends what was saved, as <see cref="Sms.SmsWorker"/> does: an e-mail is taken in one statement before it is sent,
/// so no two workers send it; one whose worker died is given up, never repeated, for the server may have it.
/// </summary>
public sealed class MailWorker(
    IServiceScopeFactory scopes, IMailSender sender, MailQueue queue, TimeProvider time, ILogger<MailWorker> log) : BackgroundService
{
    private const int Batch = 20;
    private const int MostDoublings = 20;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.WheneverSavedAsync(SendSomeAsync, Batch, queue.SavedAsync, time, log, stoppingToken);

    private async Task<int> SendSomeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        var now = time.GetUtcNow();
        var givenUp = now - GivenUpAfter;
        await db.OutgoingMails.Where(row => row.State == MessageState.Taken && row.TakenAt <= givenUp)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Unknown).SetProperty(row => row.ContentCipher, (byte[]?)null), stop);
        var waiting = await db.OutgoingMails.AsNoTracking()
            .Where(row => row.State == MessageState.Waiting && (row.RetryAt == null || row.RetryAt <= now))
            .OrderBy(row => row.Id).Take(Batch).Select(row => row.Id).ToListAsync(stop);
        if (waiting.Count == 0) return 0;
        try
        {
            foreach (var id in waiting.TakeWhile(_ => !stop.IsCancellationRequested)) await SendAsync(db, id, stop);
        }
        finally
        {
            await sender.RestAsync(stop);
        }

        return waiting.Count;
    }

    private async Task SendAsync(MembersDb db, Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var taken = await db.OutgoingMails.Where(row => row.Id == id && row.State == MessageState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Taken).SetProperty(row => row.TakenAt, now), stop);
        if (taken == 0) return;
        db.ChangeTracker.Clear();

        // Taken: told to stop now, it would stay so and be given up.
        var row = await db.OutgoingMails.SingleAsync(row => row.Id == id, CancellationToken.None);
        var mail = Open(row);
        if (mail is null || now >= row.NotAfter) row.State = MessageState.TooLate;
        else await HandOverAsync(row, mail, stop);
        if (row.State != MessageState.Waiting) row.ContentCipher = null;

        // From here on the server may have it: the record is written even when the site is stopping.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // A mail that no key opens any more is given up; it must not stop those behind it.
    private MailMessage? Open(OutgoingMailRow row)
    {
        try
        {
            return queue.Open(row);
        }
        catch (CryptographicException)
        {
            log.LogError("Mail {Mail} does not open with the keys of this site", row.Id);
            return null;
        }
    }

    private async Task HandOverAsync(OutgoingMailRow row, MailMessage mail, CancellationToken stop)
    {
        var outcome = await AskAsync(mail, stop);
        log.LogInformation("Mail {Mail}: {Outcome}", mail.Id, outcome);
        switch (outcome)
        {
            case MailOutcome.Accepted:
                (row.State, row.AcceptedAt) = (MessageState.Accepted, time.GetUtcNow());
                break;
            case MailOutcome.Refused:
                row.State = MessageState.Refused;
                break;
            case MailOutcome.Unknown:
                row.State = MessageState.Unknown;
                break;
            case MailOutcome.TryAgain:
                (row.State, row.RetryAt, row.Attempts) = (MessageState.Waiting, time.GetUtcNow() + RetryAfter(row.Attempts), row.Attempts + 1);
                break;
        }
    }

    private async Task<MailOutcome> AskAsync(MailMessage mail, CancellationToken stop)
    {
        try
        {
            return await sender.SendAsync(mail, stop);
        }
        catch (Exception e)
        {
            // The type alone: the words of a fault could hold the address or the text.
            log.LogError("Mail {Mail} broke: {Fault}", mail.Id, e.GetType().Name);
            return MailOutcome.Unknown;
        }
    }

    private static TimeSpan RetryAfter(int attempts) =>
        attempts < MostDoublings && FirstRetry * (1 << attempts) is var wait && wait < LongestRetry ? wait : LongestRetry;
}
