using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Commands;
using Samachik.Site.Storage.Sqlite;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Backup;

/// <summary>After a restore: what opens something or would happen by itself is ended, and nothing else is touched.</summary>
public abstract class RestoredTests(DatabaseKind kind)
{
    // Each has been thought of: none of them opens anything, or happens by itself.
    private static readonly string[] Stay =
    [
        "acceptances", "audit_entries", "audit_seals", "data_protection_keys", "data_requests", "day_figures", "day_hours", "disavowals", "field_keys",
        "gateway_switches", "guard_decisions", "help_requests", "key_checks", "leases", "level_proofs", "nodes", "officer_looks", "officer_notes",
        "register_entries", "reserved_ids", "send_counters", "send_tallies", "sign_in_attempts", "stopped_numbers",
    ];

    [Fact]
    public async Task Whoever_was_in_or_about_to_be_is_out()
    {
        await using var site = new TestSite(kind);
        var member = await Member.SignedInAsync(site, remember: true);
        var elsewhere = member.Elsewhere();
        await elsewhere.AskForCodeAsync();
        var newcomer = await Newcomer.AtCodeAsync(site);
        var code = await newcomer.CodeAsync();

        await EndAsync(site);
        Assert.False(await member.IsSignedInAsync());
        Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync()).Location);
        Assert.NotNull((await elsewhere.Visitor.GetAsync("/sign-in/code")).Location);
        await newcomer.Visitor.SubmitAsync("/sign-up/phone-code", ("Code", code));
        Assert.Equal(1, await site.LookAsync(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Of_every_table_what_is_alive_is_ended_once()
    {
        await using var site = new TestSite(kind);
        var (first, second) = (await Newcomer.MemberAsync(site), await Newcomer.MemberAsync(site));
        var (one, other) = ((await new Member(site, first.Person).RowAsync()).Id, (await new Member(site, second.Person).RowAsync()).Id);
        await EndAsync(site);
        await new Member(site, second.Person).GiveCredentialsAsync("notTheRightOne1"); // an act, so that it is not the same restore
        var now = site.Clock.GetUtcNow();
        var later = now.AddHours(1);
        var staff = new OfficerRow
        {
            Id = Guid.NewGuid(), Number = "123456", NameCipher = [1], Role = OfficerRole.Officer, InvitedAt = now, InvitationHash = [1], InvitedUntil = later,
            AuthenticatorCipher = [1],
        };
        await site.LookAsync(db =>
        {
            db.AddRange(
                staff, new OfficerSessionRow { Id = Guid.NewGuid(), OfficerId = staff.Id, StartedAt = now, LastSeenAt = now, Network = [1] },
                new MemberSessionRow { Id = Guid.NewGuid(), MemberId = one, StartedAt = now, Device = "", ProvenAt = now, LastSeenAt = now, Network = [1] },
                new KnownBrowserRow { Id = Guid.NewGuid(), BrowserId = Guid.NewGuid(), MemberId = one, Device = "", RememberedAt = now, LastUsedAt = now, ExpiresAt = later },
                new RecoveryWaitRow { MemberId = one, AskedAt = now, ReadyAt = later, EndsAt = later },
                new PendingPhoneChangeRow { MemberId = one, PhoneCipher = [1], PhoneHash = [1], ProvenAt = now, TakesEffectAt = later },
                new SignUpJourneyRow { Id = Guid.NewGuid(), StartedAt = now, LastActAt = now, Network = [1] },
                new MemberJourneyRow { Id = Guid.NewGuid(), Kind = MemberJourneyKind.Recovery, StartedAt = now, LastActAt = now, Network = [1], Challenges = [Challenge(now)] },
                new ProposalRow
                {
                    Id = Guid.NewGuid(), Kind = ProposalKind.Recovery, MemberId = one, NationalIdHash = [1], ProposedBy = Guid.NewGuid(), ProposedAt = now, LapsesAt = later,
                    ReasonCipher = [1], CodeCipher = [1],
                },
                new AgreementVersionRow
                {
                    Id = Guid.NewGuid(), Document = default, Version = "9", EffectiveAt = later, ThaiTitle = "", ThaiText = "", EnglishTitle = "", EnglishText = "",
                    DraftedBy = Guid.NewGuid(), DraftedAt = now, ProposedAt = now,
                },
                Message(now, MessageState.Waiting, later), Message(now, MessageState.Taken, null), Message(now, MessageState.Unknown, later), Message(now, MessageState.Accepted, null),
                Mail(now, MessageState.Waiting), Mail(now, MessageState.Accepted),
                new DisavowalRow { Id = Guid.NewGuid(), TokenHash = [1], MemberId = other, Act = AuditAct.SignedIn, At = now, ExpiresAt = later });
            return db.SaveChangesAsync();
        });
        await new Member(site, second.Person).ChangeAsync(row => row.ClosingAt = now);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        var ended = await EndAsync(site);
        Assert.All(ended, rows => Assert.True(rows.Count == (rows.Table == "outgoing_messages" ? 3 : 1), $"{rows.Table}: {rows.Count}"));
        Assert.Equal(
            ["Accepted 1", "TooLate 0", "TooLate 0", "Unknown 0"],
            (await site.LookAsync(db => db.OutgoingMessages.Where(row => row.Reference == "TEST").ToListAsync()))
                .Select(row => $"{row.State} {(row.TextCipher is null && row.PhoneCipher is null && row.RetryAt is null ? 0 : 1)}").Order(StringComparer.Ordinal));
        Assert.Equal(["Accepted 1", "TooLate 0"], await site.LookAsync(db => db.OutgoingMails.OrderBy(row => row.State)
            .Select(row => row.State + (row.ContentCipher == null ? " 0" : " 1")).ToListAsync()));
        var proposal = await site.LookAsync(db => db.Proposals.SingleAsync());
        Assert.Equal((ProposalDecision.Lapsed, null, null), (proposal.Decision, proposal.DecidedBy, proposal.CodeCipher));
        Assert.Null((await site.LookAsync(db => db.AgreementVersions.SingleAsync())).ProposedAt);
        Assert.Equal((null, site.Clock.GetUtcNow()), await site.LookAsync(db => db.Officers.Select(row => new ValueTuple<byte[]?, DateTimeOffset?>(row.InvitationHash, row.EndedAt)).SingleAsync()));
        Assert.Equal(site.Clock.GetUtcNow(), (await new Member(site, second.Person).RowAsync()).ClosingAt);
        Assert.Null((await site.LookAsync(db => db.Disavowals.SingleAsync(row => row.MemberId == other))).UsedAt);
        Assert.Equal([AuditAct.RecoveryCancelled, AuditAct.PhoneChangeCancelled], await ActsAsync(site, one));

        var entries = await site.LookAsync(db => db.AuditEntries.CountAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.All(await EndAsync(site), rows => Assert.Equal(0, rows.Count));
        Assert.Equal(entries, await site.LookAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task It_stands_in_the_trail_with_the_time_of_the_last_act_before()
    {
        await using var site = new TestSite(kind);
        await Newcomer.MemberAsync(site);
        var last = await site.LookAsync(db => db.AuditEntries.MaxAsync(row => row.At));
        site.Clock.Advance(TimeSpan.FromHours(3));
        await EndAsync(site);
        var entry = await site.LookAsync(db => db.AuditEntries.OrderBy(row => row.Id).LastAsync());
        Assert.Equal((AuditAct.BackupRestored, AuditActor.Site, $"as of {last:yyyy-MM-dd'T'HH:mm:ss'Z'}"), (entry.Act, entry.Actor, entry.Detail));
    }

    [Fact]
    public async Task Every_table_is_ended_or_stays_for_a_reason()
    {
        await using var site = new TestSite(kind);
        using var model = new SqliteMembersDb(new DbContextOptionsBuilder<SqliteMembersDb>().UseSqlite("Data Source=:memory:").Options);
        Assert.Equal(
            model.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct().Order(StringComparer.Ordinal),
            (await EndAsync(site)).Select(rows => rows.Table).Concat(Stay).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_command_tells_what_it_ended_and_lists_the_staff()
    {
        await using var place = new TestPlace(kind);
        Assert.Contains("samachik migrate", await SiteProgram.SayAsync(place, 1, "restored"), StringComparison.Ordinal);
        await SiteProgram.SayAsync(place, 0, "migrate");
        place.OnDatabase(
            "INSERT INTO officers (id, number, name_cipher, role, invited_at, invited_until, authenticator_cipher, last_step, version)"
            + " VALUES ('00000000-0000-0000-0000-000000000001', '482193', '', 'Supervisor', 1, 1, '', 0, '00000000-0000-0000-0000-000000000001')");
        var told = await SiteProgram.SayAsync(place, 0, "restored");
        Assert.Contains("0  sessions of members", told, StringComparison.Ordinal);
        Assert.Contains("482-193 Supervisor", told, StringComparison.Ordinal);
        File.Delete(Path.Combine(place.KeysFolder, "fields-0001.key"));
        Assert.Contains("fields-0001.key", await SiteProgram.SayAsync(place, 1, "restored"), StringComparison.Ordinal);
    }

    private static CodeChallengeRow Challenge(DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(), Purpose = default, AddressHash = [1], CodeHash = [1], Reference = "BCDF", SentAt = at, ExpiresAt = at.AddMinutes(5),
    };

    private static OutgoingMessageRow Message(DateTimeOffset at, MessageState state, DateTimeOffset? retryAt) => new()
    {
        Id = Guid.CreateVersion7(at), Kind = MessageKind.Code, Reference = "TEST", CreatedAt = at, NotAfter = at.AddHours(1), State = state, TakenAt = at.AddHours(1), RetryAt = retryAt,
        PhoneCipher = [1], TextCipher = [1], Prefix = "081",
    };

    private static OutgoingMailRow Mail(DateTimeOffset at, MessageState state) => new()
    {
        Id = Guid.CreateVersion7(at), Kind = MessageKind.Notice, CreatedAt = at, NotAfter = at.AddHours(1), State = state, RetryAt = at.AddHours(1), ContentCipher = [1],
    };

    private static Task<List<AuditAct>> ActsAsync(TestSite site, Guid member) => site.LookAsync(db => db.AuditEntries
        .Where(row => row.MemberId == member && row.Actor == AuditActor.Site).OrderBy(row => row.Id).Select(row => row.Act).ToListAsync());

    private static async Task<IReadOnlyList<RevivedRows>> EndAsync(TestSite site)
    {
        await using var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope();
        var ended = await scope.ServiceProvider.GetRequiredService<EndRevived>().EndAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(ended);
        return ended;
    }
}

/// <inheritdoc/>
public sealed class RestoredTestsOnSqlite() : RestoredTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class RestoredTestsOnPostgres() : RestoredTests(DatabaseKind.Postgres);
