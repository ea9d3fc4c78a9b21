using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Storage;

/// <summary>Lets every node show what was published in the console, without a restart; no request waits for it.</summary>
public sealed class PublishedAgreements(
    IServiceScopeFactory scopes, AgreementTexts texts, TimeProvider time, ILogger<PublishedAgreements> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Whether this node has read them once.</summary>
    public bool WereRead { get; private set; }

    /// <summary>Reads what was published, and shows it from its day on. What is not as it was approved is left out.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        var rows = await db.AgreementVersions.AsNoTracking().Where(row => row.ApprovedAt != null).ToListAsync(stop);
        foreach (var row in rows)
        {
            if (row.Draft().Digest == row.ApprovedDigest) Show(row);
            else log.LogError("Version {Version} of {Document} is not as it was approved, and is not shown.", row.Version, row.Document);
        }

        WereRead = true;
    }

    /// <summary>Shows what was published a moment ago on this node.</summary>
    public void Show(AgreementVersionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var draft = row.Draft();
        texts.Show([.. Enum.GetValues<ReadingLanguage>().Select(draft.In)]);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.EveryAsync(Every, time, ReadAsync, log, null, stoppingToken);
}
