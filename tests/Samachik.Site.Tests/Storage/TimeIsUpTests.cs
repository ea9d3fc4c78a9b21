using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.DataRequests;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Storage;

/// <summary>Of each kind of rows: what has had its time goes, what has not stays, and no more at a time than was said.</summary>
public abstract class TimeIsUpTests(SharedSite shared)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static int count;

    private TestSite Site => shared.Site;

    private DateTimeOffset Now => Site.Clock.GetUtcNow();

    [Fact]
    public Task Member_journeys_go_with_their_codes_when_their_life_is_over() => GoesAsync(
        "member_journeys", Site.Service<SiteSettings>().SignIn.JourneyLife + 5 * Minute, at => new MemberJourneyRow
        {
            Id = Guid.NewGuid(), Kind = MemberJourneyKind.SignIn, StartedAt = at, LastActAt = at, Network = [1],
            Challenges =
            [
                new()
                {
                    Id = Guid.NewGuid(), Purpose = default, AddressHash = [1], CodeHash = [1], Reference = "BCDF", SentAt = at, ExpiresAt = at,
                },
            ],
        });

    [Fact]
    public Task Counters_go_when_they_end() => GoesAsync(
        "send_counters", TimeSpan.Zero, at => new SendCounterRow { Key = Key(), StartedAt = at, EndsAt = at, Count = 1 });

    [Fact]
    public Task Known_browsers_go_when_they_expire() => GoesAsync("known_browsers", TimeSpan.Zero, (member, at) => new KnownBrowserRow
    {
        Id = Guid.NewGuid(), BrowserId = Guid.NewGuid(), MemberId = member, Device = "", RememberedAt = at, LastUsedAt = at, ExpiresAt = at,
    });

    [Fact]
    public Task Links_this_was_not_me_go_a_month_after_their_end() => GoesAsync("disavowals", 30 * Day, (member, at) => new DisavowalRow
    {
        Id = Guid.NewGuid(), TokenHash = Key(), MemberId = member, Act = AuditAct.SignedIn, At = at, ExpiresAt = at,
    });

    [Fact]
    public Task Nodes_go_a_day_after_they_are_gone() => GoesAsync("nodes", Day, at => new NodeRow
    {
        Id = Guid.NewGuid(), Name = "", Reads = 1, Writes = 1, Until = at,
    });

    [Fact]
    public Task Waits_go_when_they_end() => GoesAsync("recovery_waits", TimeSpan.Zero, (member, at) => new RecoveryWaitRow
    {
        MemberId = member, AskedAt = at, ReadyAt = at, EndsAt = at,
    });

    [Fact]
    public Task Records_of_SMS_go_after_ninety_days() => GoesAsync("outgoing_messages", 90 * Day, at => new OutgoingMessageRow
    {
        Id = Guid.CreateVersion7(at), Kind = MessageKind.Code, CreatedAt = at, NotAfter = at, State = MessageState.Accepted,
    });

    [Fact]
    public Task Records_of_mails_go_after_ninety_days() => GoesAsync("outgoing_mails", 90 * Day, at => new OutgoingMailRow
    {
        Id = Guid.CreateVersion7(at), Kind = MessageKind.Notice, CreatedAt = at, NotAfter = at, State = MessageState.Accepted,
    });

    [Fact]
    public Task Requests_for_help_go_after_a_year() => GoesAsync("help_requests", 366 * Day, at => new HelpRequestRow
    {
        Id = Guid.CreateVersion7(at), CaseNumber = $"{Interlocked.Increment(ref count)}", AskedAt = at, NationalIdCipher = [1], NationalIdHash = [1],
        PhoneCipher = [1], PhoneHash = [1], Language = default, Network = [1],
    });

    [Fact]
    public Task Requests_about_data_go_three_years_after_their_answer() => GoesAsync("data_requests", 3 * 366 * Day, at => new DataRequestRow
    {
        Id = Guid.CreateVersion7(at), Number = $"{Interlocked.Increment(ref count)}", Kind = default, Way = default, NationalIdHash = Key(), ReceivedAt = at, DueAt = at,
        OpenedBy = Guid.NewGuid(), OpenedAt = at, WordsCipher = [1], AnsweredBy = Guid.NewGuid(), AnsweredAt = at, Outcome = default(DataRequestOutcome), AnswerCipher = [1],
    });

    [Fact]
    public Task Sessions_go_a_day_after_they_were_last_seen() => GoesAsync("member_sessions", Day, (member, at) => new MemberSessionRow
    {
        Id = Guid.NewGuid(), MemberId = member, StartedAt = at, Device = "", ProvenAt = at, Network = [1], LastSeenAt = at,
    });

    [Fact]
    public Task Wrong_passwords_go_after_ninety_days() => GoesAsync("sign_in_attempts", 90 * Day, at => new SignInAttemptRow
    {
        Key = Key(), Failures = 99, LastFailedAt = at, OpensAt = at,
    });

    [Fact]
    public async Task A_password_that_was_disabled_stays_so_however_long_nobody_tries()
    {
        var key = Key();
        await AddAsync(new SignInAttemptRow { Key = key, Failures = 100, LastFailedAt = Now - 3650 * Day, OpensAt = Now });
        await RemoveAsync("sign_in_attempts", 1000);
        Assert.True(await Site.LookAsync(db => db.SignInAttempts.AnyAsync(row => row.Key == key)));
    }

    [Fact]
    public async Task No_statement_removes_more_than_was_said()
    {
        await RemoveAsync("send_counters", 1000);
        await AddAsync([.. Enumerable.Range(0, 25).Select(i => new SendCounterRow { Key = Key(), StartedAt = Now, EndsAt = Now - i * Minute, Count = 1 })]);
        foreach (var expected in (int[])[10, 10, 5, 0]) Assert.Equal(expected, await RemoveAsync("send_counters", 10));
    }

    private static byte[] Key() => Guid.NewGuid().ToByteArray();

    private Task GoesAsync(string kind, TimeSpan age, Func<DateTimeOffset, object> row) => GoesAsync(kind, age, (_, at) => row(at));

    private async Task GoesAsync(string kind, TimeSpan age, Func<Guid, DateTimeOffset, object> row)
    {
        var members = await MembersAsync();
        await RemoveAsync(kind, 1000);
        await AddAsync(row(members[0], Now - age), row(members[1], Now - age - Day), row(members[2], Now - age + Minute));
        Assert.Equal(2, await RemoveAsync(kind, 1000));
        Assert.Equal(0, await RemoveAsync(kind, 1000));
    }

    // Three for all tests of the class.
    private async Task<List<Guid>> MembersAsync()
    {
        while (await Site.LookAsync(db => db.Members.CountAsync()) < 3) await Newcomer.MemberAsync(Site);
        return await Site.LookAsync(db => db.Members.Select(row => row.Id).ToListAsync());
    }

    private Task<int> RemoveAsync(string kind, int most) => Site.LookAsync(db => TimeIsUp.In(db, Site.Service<SiteSettings>(), Now, most)
        .Single(rows => rows.Kind == kind).RemoveSomeAsync(TestContext.Current.CancellationToken));

    private Task<int> AddAsync(params object[] rows) => Site.LookAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });
}

/// <inheritdoc/>
public sealed class TimeIsUpTestsOnSqlite(SqliteSite shared) : TimeIsUpTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class TimeIsUpTestsOnPostgres(PostgresSite shared) : TimeIsUpTests(shared), IClassFixture<PostgresSite>;
