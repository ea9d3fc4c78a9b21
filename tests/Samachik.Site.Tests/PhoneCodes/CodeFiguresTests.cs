using Samachik.Site.Tests.Storage;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>Codes are counted as they go out, come back, and meet a limit.</summary>
public abstract class CodeFiguresTests(SharedSite shared)
{
    [Fact]
    public async Task What_went_out_came_back_right_or_wrong_and_met_a_limit_is_told()
    {
        await using var site = new TestSite(shared.Kind);
        site.EnsureStarted();
        using var figures = new Figures(site);
        var newcomer = await Newcomer.AtCodeAsync(site);
        Assert.Equal([1], figures.Of("codes.sent", "SignUp"));
        Assert.Empty(figures.Of("codes.verified"));
        await newcomer.TypeWrongCodeAsync();
        Assert.Equal([1], figures.Of("codes.wrong", "SignUp"));
        await newcomer.ResendAsync();
        Assert.Equal([1], figures.Of("send_limits.hit", "Cooldown"));
        await newcomer.ProvePhoneAsync();
        Assert.Equal([1], figures.Of("codes.verified", "SignUp"));
        Assert.Equal([1], figures.Of("codes.sent"));
    }
}

/// <inheritdoc/>
public sealed class CodeFiguresTestsOnSqlite(SqliteSite shared) : CodeFiguresTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class CodeFiguresTestsOnPostgres(PostgresSite shared) : CodeFiguresTests(shared), IClassFixture<PostgresSite>;
