using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage.Keys;

/// <summary>
/// Refuses a lookup key that this database was not written with: it would find nobody, and let every ID number
/// register a second time.
/// </summary>
public static class KeyCheck
{
    private const string Lookup = "lookup";

    /// <summary>Whether the keys belong to the database; the first site on a database writes the check.</summary>
    public static async Task<bool> BelongsAsync(MembersDb db, KeyRing keys, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(keys);
        var hash = HMACSHA256.HashData(keys.Lookup, "key-check|lookup"u8);
        if (await FindAsync() is { } known) return CryptographicOperations.FixedTimeEquals(known.Hash, hash);
        db.Add(new KeyCheckRow { Name = Lookup, Hash = hash });
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException e) when (!DatabaseFaults.IsOutage(e))
        {
            // Another node was first.
            db.ChangeTracker.Clear();
            return await FindAsync() is { } other && CryptographicOperations.FixedTimeEquals(other.Hash, hash);
        }

        Task<KeyCheckRow?> FindAsync() => db.Set<KeyCheckRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == Lookup, stop);
    }

    /// <summary>Refuses keys that do not belong to the database.</summary>
    /// <exception cref="SettingsException">They belong to another one.</exception>
    public static async Task RequireAsync(MembersDb db, KeyRing keys)
    {
        if (!await BelongsAsync(db, keys)) throw new SettingsException(["Keys:Folder: the lookup key is not the one that this database was written with."]);
    }
}
