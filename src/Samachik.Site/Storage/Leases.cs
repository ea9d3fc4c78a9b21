using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Storage;

/// <summary>This node among those on one database, as long as its process lives.</summary>
public sealed class LeaseHolder
{
    /// <summary>Random.</summary>
    public Guid Id { get; } = Guid.NewGuid();
}

/// <summary>Works that one node does at a time: the node that holds the lease. One that dies loses it when its time is over.</summary>
public sealed class Leases(MembersDb db, LeaseHolder holder)
{
    /// <summary>Takes or keeps a lease, in one statement; whether this node has it now.</summary>
    /// <param name="name">Which work.</param>
    /// <param name="life">For how long, unless it is kept by then.</param>
    /// <param name="now">The site's time, which is the database's on every node.</param>
    /// <param name="stop">Ends the waiting for the database.</param>
    public async Task<bool> TryHoldAsync(string name, TimeSpan life, DateTimeOffset now, CancellationToken stop = default)
    {
        var (at, until) = (now.ToUnixTimeMilliseconds(), (now + life).ToUnixTimeMilliseconds());
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO leases (name, holder, until) VALUES ({name}, {holder.Id}, {until})
            ON CONFLICT (name) DO UPDATE SET holder = {holder.Id}, until = {until}
            WHERE leases.holder = {holder.Id} OR leases.until <= {at}
            """,
            stop) == 1;
    }

    /// <summary>Ends all leases of this node, which does none of their works any more.</summary>
    public Task GiveBackAsync(CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"UPDATE leases SET until = 0 WHERE holder = {holder.Id}", stop);
}
