using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>
/// Sends what was saved. A message is taken in one statement before it is sent, so no two workers send it; one whose
/// worker died stays taken and is given up, never repeated, for the gateway may have had it.
/// </summary>
public sealed class SmsWorker(
    IServiceScopeFactory scopes, IEnumerable<ISmsGateway> known, MessageQueue queue, SiteSettings settings,
    TimeProvider time, ILogger<SmsWorker> log) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ISmsGateway[] gateways =
        [.. settings.Sms.Gateways.Select(name => known.Single(gateway => gateway.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))];

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.WheneverSavedAsync(SendSomeAsync, Batch, queue.SavedAsync, time, log, stoppingToken);

    private async Task<int> SendSomeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        var now = time.GetUtcNow();
        var givenUp = now - GivenUpAfter;
        await db.OutgoingMessages.Where(row => row.State == MessageState.Taken && row.TakenAt <= givenUp)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Unknown)
                    .SetProperty(row => row.TextCipher, (byte[]?)null).SetProperty(row => row.PhoneCipher, (byte[]?)null), stop);
        var waiting = await db.OutgoingMessages.AsNoTracking()
            .Where(row => row.State == MessageState.Waiting && (row.RetryAt == null || row.RetryAt <= now))
            .OrderBy(row => row.Id).Take(Batch).Select(row => row.Id).ToListAsync(stop);
        foreach (var id in waiting) await SendAsync(db, id, stop);
        return waiting.Count;
    }

    private async Task SendAsync(MembersDb db, Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var taken = await db.OutgoingMessages.Where(row => row.Id == id && row.State == MessageState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Taken).SetProperty(row => row.TakenAt, now), stop);
        if (taken == 0) return;
        db.ChangeTracker.Clear();
        var row = await db.OutgoingMessages.SingleAsync(row => row.Id == id, stop);
        var message = Open(row);
        if (message is null || now >= row.NotAfter) row.State = MessageState.TooLate;
        else await HandOverAsync(row, message, stop);
        if (row.State != MessageState.Waiting) (row.TextCipher, row.PhoneCipher) = (null, null);

        // From here on the gateway may have it: the record is written even when the site is stopping.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // A message that no key opens any more is given up; it must not stop those behind it.
    private SmsMessage? Open(OutgoingMessageRow row)
    {
        try
        {
            return queue.Open(row);
        }
        catch (CryptographicException)
        {
            log.LogError("SMS {Message} does not open with the keys of this site", row.Id);
            return null;
        }
    }

    private async Task HandOverAsync(OutgoingMessageRow row, SmsMessage message, CancellationToken stop)
    {
        row.State = MessageState.Refused;
        foreach (var gateway in gateways)
        {
            var outcome = await AskAsync(gateway, message, stop);
            log.LogInformation("SMS {Message} by {Gateway}: {Outcome}", message.Id, gateway.Name, outcome);
            row.Gateway = gateway.Name;
            switch (outcome)
            {
                case SmsOutcome.Accepted:
                    (row.State, row.AcceptedAt) = (MessageState.Accepted, time.GetUtcNow());
                    return;
                case SmsOutcome.Unknown:
                    row.State = MessageState.Unknown;
                    return;
                case SmsOutcome.TryAgain:
                    (row.State, row.RetryAt, row.Attempts) = (MessageState.Waiting, time.GetUtcNow() + RetryAfter, row.Attempts + 1);
                    break;
                case SmsOutcome.Refused:
                    break;
            }
        }
    }

    private async Task<SmsOutcome> AskAsync(ISmsGateway gateway, SmsMessage message, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await gateway.SendAsync(message, patience.Token);
        }
        catch (Exception e)
        {
            // The type alone: a gateway's own words could hold the number or the text.
            log.LogError("SMS {Message} by {Gateway} broke: {Fault}", message.Id, gateway.Name, e.GetType().Name);
            return SmsOutcome.Unknown;
        }
    }
}
