using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Storage;

/// <summary>An act is saved whole or not at all, and what the database refuses becomes a verdict.</summary>
public abstract class SaveActTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task What_stands_is_Saved()
    {
        var journey = NewJourney();
        Assert.Equal(SaveVerdict.Saved, await AddAsync(journey));
        Assert.NotEqual(Guid.Empty, await Site.LookAsync(db => db.SignUpJourneys.Where(row => row.Id == journey.Id).Select(row => row.Version).SingleAsync()));
    }

    [Fact]
    public async Task Every_save_changes_the_version()
    {
        var journey = NewJourney();
        await AddAsync(journey);
        var versions = new HashSet<Guid>();
        for (var i = 0; i < 3; i++)
        {
            await Site.LookAsync(async db =>
            {
                var row = await db.SignUpJourneys.SingleAsync(row => row.Id == journey.Id);
                row.Sends++;
                Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
                return versions.Add(row.Version);
            });
        }

        Assert.Equal(3, versions.Count);
    }

    [Fact]
    public async Task Two_saves_of_one_journey_are_Saved_and_ChangedMeanwhile_with_nothing_of_the_second()
    {
        var journey = NewJourney();
        await AddAsync(journey);
        await Site.LookAsync(first => Site.LookAsync(async second =>
        {
            (await first.SignUpJourneys.SingleAsync(row => row.Id == journey.Id)).Sends = 1;
            (await second.SignUpJourneys.SingleAsync(row => row.Id == journey.Id)).Sends = 2;
            second.Add(NewMember([9], journey.Id));
            Assert.Equal(SaveVerdict.Saved, await first.SaveActAsync());
            Assert.Equal(SaveVerdict.ChangedMeanwhile, await second.SaveActAsync());
            return true;
        }));
        Assert.Equal(1, await Site.LookAsync(db => db.SignUpJourneys.Where(row => row.Id == journey.Id).Select(row => row.Sends).SingleAsync()));
        Assert.False(await Site.LookAsync(db => db.Members.AnyAsync(row => row.Id == journey.Id)));
    }

    [Fact]
    public async Task A_journey_that_was_removed_meanwhile_is_ChangedMeanwhile()
    {
        var journey = NewJourney();
        await AddAsync(journey);
        await Site.LookAsync(async db =>
        {
            (await db.SignUpJourneys.SingleAsync(row => row.Id == journey.Id)).Sends = 1;
            await Site.LookAsync(other => other.SignUpJourneys.Where(row => row.Id == journey.Id).ExecuteDeleteAsync());
            Assert.Equal(SaveVerdict.ChangedMeanwhile, await db.SaveActAsync());
            return true;
        });
    }

    [Fact]
    public async Task A_second_account_of_one_ID_is_NationalIdTaken_with_nothing_of_it()
    {
        var hash = Guid.NewGuid().ToByteArray();
        var journey = NewJourney();
        Assert.Equal(SaveVerdict.Saved, await AddAsync(NewMember(hash)));
        Assert.Equal(SaveVerdict.NationalIdTaken, await AddAsync(journey, NewMember(hash)));
        Assert.Equal(1, await Site.LookAsync(db => db.Members.CountAsync(row => row.NationalIdHash == hash)));
        Assert.False(await Site.LookAsync(db => db.SignUpJourneys.AnyAsync(row => row.Id == journey.Id)));
    }

    [Fact]
    public async Task One_phone_may_serve_several_people()
    {
        var phone = Guid.NewGuid().ToByteArray();
        for (var i = 0; i < 3; i++)
        {
            var member = NewMember(Guid.NewGuid().ToByteArray());
            member.PhoneHash = phone;
            Assert.Equal(SaveVerdict.Saved, await AddAsync(member));
        }

        Assert.Equal(3, await Site.LookAsync(db => db.Members.CountAsync(row => row.PhoneHash == phone)));
    }

    // A programmer's mistake is no verdict.
    [Fact]
    public async Task Any_other_refusal_of_the_database_is_thrown()
    {
        var member = NewMember(Guid.NewGuid().ToByteArray());
        await AddAsync(member);
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(NewMember(Guid.NewGuid().ToByteArray(), member.Id)));
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(new MemberSessionRow
        {
            Id = Guid.NewGuid(), MemberId = Guid.NewGuid(), StartedAt = TestSite.Start, LastSeenAt = TestSite.Start,
            ProvenAt = TestSite.Start, Device = "", Network = [1],
        }));
    }

    [Fact]
    public async Task A_save_inside_a_transaction_goes_with_it()
    {
        var journey = NewJourney();
        await Site.LookAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(journey);
            Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
            await transaction.RollbackAsync();
            return true;
        });
        Assert.False(await Site.LookAsync(db => db.SignUpJourneys.AnyAsync(row => row.Id == journey.Id)));
    }

    private static SignUpJourneyRow NewJourney() =>
        new() { Id = Guid.NewGuid(), StartedAt = TestSite.Start, LastActAt = TestSite.Start, Network = [1] };

    private static MemberRow NewMember(byte[] nationalIdHash, Guid? id = null) => new()
    {
        Id = id ?? Guid.NewGuid(), CreatedAt = TestSite.Start, Level = AssuranceLevel.SelfAsserted, Language = default,
        NationalIdCipher = [1], NationalIdHash = nationalIdHash, PhoneCipher = [1], PhoneHash = [1], PhoneProvenAt = TestSite.Start, PasswordChangedAt = TestSite.Start,
        FirstNameCipher = [1], LastNameCipher = null, NameHash = [1], BirthDateCipher = [1], PasswordHash = "none",
    };

    private Task<SaveVerdict> AddAsync(params object[] rows) => Site.LookAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveActAsync();
    });
}

/// <inheritdoc/>
public sealed class SaveActTestsOnSqlite(SqliteSite shared) : SaveActTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SaveActTestsOnPostgres(PostgresSite shared) : SaveActTests(shared), IClassFixture<PostgresSite>;
