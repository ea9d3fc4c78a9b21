using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>What became of a save.</summary>
public enum SaveVerdict
{
    /// <summary>All of it stands.</summary>
    Saved,

    /// <summary>Nothing stands: another request changed the same journey or account first.</summary>
    ChangedMeanwhile,

    /// <summary>Nothing stands: the ID number got an account in the meantime.</summary>
    NationalIdTaken,

    /// <summary>Nothing stands: there is such a thing already, and there may be one only.</summary>
    AlreadyThere,
}

/// <summary>Saves an act whole or not at all. The database is the last guard of every uniqueness; here it becomes a verdict.</summary>
public static class SaveAct
{
    private const int SqliteConstraintUnique = 2067, SqliteConstraintPrimaryKey = 1555;

    // Tables in which a double is a race of two acts, not a programmer's mistake.
    private static readonly string[] OneOfAKind =
        [
            "recovery_waits", "pending_phone_changes", "known_browsers", "help_requests", "audit_seals", "stopped_numbers", "officers", "proposals",
            "reserved_ids", "agreement_versions", "data_requests",
        ];

    /// <summary>Saves everything the context tracks; joins the transaction under way, if any.</summary>
    public static async Task<SaveVerdict> SaveActAsync(this MembersDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        RenewTokens(db);
        try
        {
            await db.SaveChangesAsync();
            return SaveVerdict.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveVerdict.ChangedMeanwhile;
        }
        catch (DbUpdateException e) when (IsNationalIdTaken(e.InnerException))
        {
            return SaveVerdict.NationalIdTaken;
        }
        catch (DbUpdateException e) when (IsDoubled(e.InnerException))
        {
            return SaveVerdict.AlreadyThere;
        }
    }

    /// <summary>
    /// Begins a transaction that the caller gives up as a whole when a save in it does not come through; so nothing asks
    /// the database for a savepoint before each.
    /// </summary>
    public static Task<IDbContextTransaction> BeginWholeAsync(this MembersDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.Database.AutoSavepointsEnabled = false;
        return db.Database.BeginTransactionAsync();
    }

    /// <summary>
    /// Makes the coming save depend on the account being as it was loaded, though the act changes nothing in it: a
    /// sign-in does not outlive a password change that came first.
    /// </summary>
    public static void HoldFast(this MembersDb db, MemberRow member)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(member);
        member.Version = Guid.NewGuid();
    }

    // Every version of a row is a Guid that its own save renews; what was loaded before another's save is told apart by it.
    private static void RenewTokens(MembersDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            foreach (var token in entry.Properties.Where(one => one.Metadata.IsConcurrencyToken && one.Metadata.ClrType == typeof(Guid)))
                token.CurrentValue = Guid.NewGuid();
        }
    }

    private static bool IsNationalIdTaken(Exception? e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } p => p.ConstraintName == MemberRow.NationalIdIndex,
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique } s =>
            s.Message.Contains("members.national_id_hash", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsDoubled(Exception? e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } p => OneOfAKind.Contains(p.TableName),
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } s =>
            OneOfAKind.Any(table => s.Message.Contains($" {table}.", StringComparison.Ordinal)),
        _ => false,
    };
}
