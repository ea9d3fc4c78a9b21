using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>What became of a save.</summary>
public enum SaveVerdict
{
    /// <summary>All of it stands.</summary>
    Saved,

    /// <summary>Nothing stands: another request changed the same journey first.</summary>
    ChangedMeanwhile,

    /// <summary>Nothing stands: the ID number got an account in the meantime.</summary>
    NationalIdTaken,
}

/// <summary>Saves an act whole or not at all. The database is the last guard of every uniqueness; here it becomes a verdict.</summary>
public static class SaveAct
{
    private const int SqliteConstraintUnique = 2067;

    /// <summary>Saves everything the context tracks; joins the transaction under way, if any.</summary>
    public static async Task<SaveVerdict> SaveActAsync(this MembersDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var journey in db.ChangeTracker.Entries<SignUpJourneyRow>())
            if (journey.State is EntityState.Added or EntityState.Modified) journey.Entity.Version = Guid.NewGuid();
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
    }

    private static bool IsNationalIdTaken(Exception? e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } p => p.ConstraintName == MemberRow.NationalIdIndex,
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique } s =>
            s.Message.Contains("members.national_id_hash", StringComparison.Ordinal),
        _ => false,
    };
}
