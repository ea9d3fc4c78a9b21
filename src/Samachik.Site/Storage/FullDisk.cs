using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Samachik.Site.Storage;

/// <summary>
/// Remembers when PostgreSQL last said that its disk is full. It goes on reading then, and so looks well to whoever
/// only asks whether it answers.
/// </summary>
public sealed class FullDisk(TimeProvider time) : DbCommandInterceptor
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private long toldAt;

    /// <summary>Whether it said so within the last ten seconds.</summary>
    public bool WasTold => Interlocked.Read(ref toldAt) is not 0 and var at && time.GetElapsedTime(at) < Remembered;

    /// <inheritdoc/>
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Note(eventData);

    /// <inheritdoc/>
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(eventData);
        return Task.CompletedTask;
    }

    private void Note(CommandErrorEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Exception is PostgresException { SqlState: PostgresErrorCodes.DiskFull }) Interlocked.Exchange(ref toldAt, time.GetTimestamp());
    }
}
