using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignIn;

/// <summary>No password ends by the calendar, and nobody is there who did not come.</summary>
public abstract class LongLifeTests(SharedSite shared)
{
    [Fact]
    public async Task After_five_years_the_password_still_signs_in_and_no_other_is_asked_for()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var site = new TestSite(place);
        var member = await Member.SignedInAsync(site);
        var hash = (await member.RowAsync()).PasswordHash;
        await using var later = new TestSite(place) { Clock = new(site.Clock.GetUtcNow() + TimeSpan.FromDays(5 * 366)) };
        var back = new Member(later, member.Person);
        await back.SignInAsync();
        Assert.Equal("/account", (await back.Visitor.OpenAsync("/account")).Path);
        Assert.Equal(hash, (await back.RowAsync()).PasswordHash);
    }

    [Fact]
    public async Task A_new_database_has_nobody()
    {
        await using var site = new TestSite(shared.Kind);
        Assert.Equal(0, await site.LookAsync(db => db.Members.CountAsync()));
        Assert.Equal(0, await site.LookAsync(db => db.Officers.CountAsync()));
    }
}

/// <inheritdoc/>
public sealed class LongLifeTestsOnSqlite(SqliteSite shared) : LongLifeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class LongLifeTestsOnPostgres(PostgresSite shared) : LongLifeTests(shared), IClassFixture<PostgresSite>;
