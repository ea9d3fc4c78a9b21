using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Storage;

/// <summary>Counters that limit guessing and sending: exact, however many ask at once.</summary>
public abstract class CountersTests(SharedSite shared)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private TestSite Site => shared.Site;

    private DateTimeOffset Now => Site.Clock.GetUtcNow();

    [Fact]
    public async Task A_hundred_at_once_pass_a_limit_exactly()
    {
        var whom = Guid.NewGuid().ToByteArray();
        var now = Now;
        var passed = await InParallelAsync(AtOnce, counters => counters.TryTakeAsync("test", whom, 37, Hour, now));
        Assert.Equal(37, passed.Count(took => took));
        Assert.Equal(37, await CountOfAsync("test", whom));
    }

    [Fact]
    public async Task A_hundred_tries_of_a_journey_are_counted_up_to_the_limit()
    {
        var journey = await AddJourneyAsync();
        var tries = await InParallelAsync(AtOnce, counters => counters.CountTryAsync(journey, 5));
        Assert.Equal([1, 2, 3, 4, 5], tries.OfType<int>().Order());
        Assert.Equal(5, await Site.LookAsync(db => db.SignUpJourneys.Where(row => row.Id == journey.Id).Select(row => row.WrongTries).SingleAsync()));
    }

    [Fact]
    public async Task A_journey_whose_tries_are_renewed_has_all_of_them_again()
    {
        var journey = await AddJourneyAsync();
        for (var i = 1; i <= 3; i++) Assert.Equal(i, await WithAsync(counters => counters.CountTryAsync(journey, 3)));
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(journey, 3)));
        await WithAsync(async counters => { await counters.RenewTriesAsync(journey); return 0; });
        Assert.Equal(1, await WithAsync(counters => counters.CountTryAsync(journey, 3)));
    }

    [Fact]
    public async Task A_journey_that_does_not_exist_has_no_tries() =>
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(NewJourney(), 5)));

    [Fact]
    public async Task A_window_ends_at_its_own_instant_and_begins_anew_with_the_next()
    {
        var whom = Guid.NewGuid().ToByteArray();
        var start = Now;
        Task<bool> Take(DateTimeOffset at) => WithAsync(counters => counters.TryTakeAsync("test", whom, 2, Hour, at));
        Assert.True(await Take(start));
        Assert.True(await Take(start + Hour - Tick));
        Assert.False(await Take(start + Hour - Tick));
        Assert.True(await Take(start + Hour));
        Assert.True(await Take(start + 2 * Hour - Tick));
        Assert.False(await Take(start + 2 * Hour - Tick));
        Assert.True(await Take(start + 2 * Hour));
    }

    [Fact]
    public async Task A_refusal_moves_neither_the_count_nor_the_window()
    {
        var whom = Guid.NewGuid().ToByteArray();
        var start = Now;
        Assert.True(await WithAsync(counters => counters.TryTakeAsync("test", whom, 1, Hour, start)));
        for (var i = 1; i < 10; i++)
            Assert.False(await WithAsync(counters => counters.TryTakeAsync("test", whom, 1, Hour, start + i * TimeSpan.FromMinutes(5))));
        Assert.Equal(1, await CountOfAsync("test", whom));
        Assert.True(await WithAsync(counters => counters.TryTakeAsync("test", whom, 1, Hour, start + Hour)));
    }

    [Fact]
    public async Task A_clock_that_jumps_back_opens_no_limit()
    {
        var whom = Guid.NewGuid().ToByteArray();
        var start = Now;
        Assert.True(await WithAsync(counters => counters.TryTakeAsync("test", whom, 1, Hour, start)));
        Assert.False(await WithAsync(counters => counters.TryTakeAsync("test", whom, 1, Hour, start - 10 * Hour)));
    }

    [Fact]
    public async Task Wrong_tries_of_a_phone_end_with_their_day_and_a_right_one_is_taken_back()
    {
        var phone = Guid.NewGuid().ToByteArray();
        var start = Now;
        var day = TimeSpan.FromDays(1);
        for (var i = 0; i < 3; i++) Assert.Null(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 3, start)));
        Assert.Equal(ToMilliseconds(start + day), await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 3, start + Hour)));
        await WithAsync(async counters => { await counters.ForgiveTryAsync(phone, AskerStanding.Unproven); return 0; });
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 3, start + Hour)));
        Assert.NotNull(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 3, start + Hour)));
    }

    [Fact]
    public async Task Nothing_is_taken_back_below_zero()
    {
        var phone = Guid.NewGuid().ToByteArray();
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 2, Now)));
        for (var i = 0; i < 5; i++) await WithAsync(async counters => { await counters.ForgiveTryAsync(phone, AskerStanding.Unproven); return 0; });
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 2, Now)));
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 2, Now)));
        Assert.NotNull(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 2, Now)));
    }

    public static TheoryData<SendAxis> CountedAxes =>
        [SendAxis.PhonePerHour, SendAxis.PhonePerDay, SendAxis.NationalIdPerDay, SendAxis.NetworkPerHour];

    [Theory]
    [MemberData(nameof(CountedAxes))]
    public async Task Each_axis_refuses_by_itself_and_tells_until_when(SendAxis axis)
    {
        var limits = LimitsBut(axis, 2);
        var subject = NewSubject();
        var start = Now;
        Assert.Null(await TakeSendAsync(limits, subject, start));
        Assert.Null(await TakeSendAsync(limits, subject, start));
        var window = axis is SendAxis.PhonePerHour or SendAxis.NetworkPerHour ? Hour : TimeSpan.FromDays(1);
        Assert.Equal(new SendRefusal(axis, ToMilliseconds(start + window)), await TakeSendAsync(limits, subject, start + TimeSpan.FromMinutes(1)));
        Assert.Null(await TakeSendAsync(limits, NewSubject(), start));
    }

    [Fact]
    public async Task A_refused_sending_that_is_rolled_back_counts_nowhere()
    {
        var subject = NewSubject();
        var start = Now;
        Assert.Null(await TakeSendAsync(LimitsBut(SendAxis.NetworkPerHour, 1), subject, start));
        for (var i = 0; i < 5; i++)
            Assert.Equal(SendAxis.NetworkPerHour, (await TakeSendAsync(LimitsBut(SendAxis.NetworkPerHour, 1), subject, start))?.Axis);
        var elsewhere = subject with { Network = Guid.NewGuid().ToByteArray() };
        Assert.Null(await TakeSendAsync(LimitsBut(SendAxis.PhonePerHour, 2), elsewhere, start));
        Assert.NotNull(await TakeSendAsync(LimitsBut(SendAxis.PhonePerHour, 2), elsewhere, start));
    }

    // So no stranger uses up what the owner of a proven number may send.
    [Fact]
    public async Task Proven_and_unproven_numbers_are_counted_apart()
    {
        var stranger = NewSubject();
        var owner = stranger with { Standing = AskerStanding.Proven };
        var limits = LimitsBut(SendAxis.PhonePerDay, 1);
        Assert.Null(await TakeSendAsync(limits, stranger, Now));
        Assert.NotNull(await TakeSendAsync(limits, stranger, Now));
        Assert.Null(await TakeSendAsync(limits, owner, Now));
        Assert.NotNull(await TakeSendAsync(limits, owner, Now));

        var phone = stranger.AddressHash;
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 1, Now)));
        Assert.NotNull(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Unproven, 1, Now)));
        Assert.Null(await WithAsync(counters => counters.CountTryAsync(phone, AskerStanding.Proven, 1, Now)));
    }

    [Fact]
    public async Task A_hundred_sendings_at_once_stay_in_the_budget()
    {
        var limits = LimitsBut(SendAxis.PhonePerHour, 11);
        var subject = NewSubject();
        var now = Now;
        var refusals = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => TakeSendAsync(limits, subject, now)));
        Assert.Equal(11, refusals.Count(refusal => refusal is null));
        Assert.All(refusals.OfType<SendRefusal>(), refusal => Assert.Equal(SendAxis.PhonePerHour, refusal.Axis));
    }

    private static SendLimits LimitsBut(SendAxis axis, int limit)
    {
        var wide = new SendLimits(TimeSpan.Zero, 1000, 100_000, 100_000, 100_000, 100_000, int.MaxValue, int.MaxValue);
        return axis switch
        {
            SendAxis.PhonePerHour => wide with { PerPhonePerHour = limit },
            SendAxis.PhonePerDay => wide with { PerPhonePerDay = limit },
            SendAxis.NationalIdPerDay => wide with { PerNationalIdPerDay = limit },
            SendAxis.NetworkPerHour => wide with { PerNetworkPerHour = limit },
            _ => throw new ArgumentOutOfRangeException(nameof(axis)),
        };
    }

    private static SendSubject NewSubject() =>
        new(Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray(), AskerStanding.Unproven);

    // Times are kept in whole milliseconds.
    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private Counters Of(MembersDb db) => ActivatorUtilities.CreateInstance<Counters>(Site.Service<IServiceProvider>(), db);

    private async Task<SendRefusal?> TakeSendAsync(SendLimits limits, SendSubject subject, DateTimeOffset now) => await Site.LookAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var refusal = await Of(db).TakeSendAsync(limits, subject, now);
        if (refusal is null) await transaction.CommitAsync();
        else await transaction.RollbackAsync();
        return refusal;
    });

    private Task<T> WithAsync<T>(Func<Counters, Task<T>> act) => Site.LookAsync(db => act(Of(db)));

    private Task<T[]> InParallelAsync<T>(int count, Func<Counters, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => WithAsync(act))));

    private Task<int> CountOfAsync(string what, byte[] whom)
    {
        var key = Site.Service<LookupHash>().Counter(what, whom);
        return Site.LookAsync(db => db.SendCounters.Where(row => row.Key == key).Select(row => row.Count).SingleAsync());
    }

    private SignUpJourneyRow NewJourney() => new() { Id = Guid.NewGuid(), StartedAt = Now, LastActAt = Now, Network = [1] };

    private Task<SignUpJourneyRow> AddJourneyAsync() => Site.LookAsync(async db =>
    {
        var journey = NewJourney();
        db.Add(journey);
        await db.SaveChangesAsync();
        return journey;
    });
}

/// <inheritdoc/>
public sealed class CountersTestsOnSqlite(SqliteSite shared) : CountersTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class CountersTestsOnPostgres(PostgresSite shared) : CountersTests(shared), IClassFixture<PostgresSite>;
