using System.Net;
using System.Security.Cryptography;
using Npgsql;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Bench.Members;

/// <summary>What the generated have of somebody real: a password hash, a remembered browser, the texts accepted.</summary>
internal sealed record Template(string PasswordHash, Guid BrowserId, string Device, IReadOnlyList<AcceptanceRow> Acceptances);

/// <summary>
/// Fills the database with members as the site would have written them: signed up, signed in once with a code by SMS and
/// the browser remembered, and once more later; with the trail of all that, sealed. Those who come back do so in any order.
/// </summary>
internal sealed class FillMembers(MembersDb model, NpgsqlConnection connection, KeyRing keys, Template template)
{
    private const int Chunk = 20_000;
    private const int ActsInAMillisecond = 20;

    private readonly BulkCopy copy = new(model, connection);
    private readonly FieldCipher cipher = new(keys);
    private readonly LookupHash lookup = new(keys);
    private readonly AuditKeys auditKeys = new(keys);
    private readonly byte[] macKey = keys.AuditMacKey(keys.CurrentAudit);
    private readonly List<Guid> members = [];
    private readonly Random random = new(1);
    private readonly DateTimeOffset begun = TimeProvider.System.GetUtcNow();
    private long step;

    /// <summary>How many entries at the end of the trail are left to the site's own sealer.</summary>
    public int LeftUnsealed { get; init; }

    /// <summary>Brings the generated up to a number.</summary>
    public async Task ToAsync(int count)
    {
        var first = members.Count;
        await using var transaction = await connection.BeginTransactionAsync();
        await InChunksAsync(Enumerable.Range(first, count - first), SignUpAsync);
        for (var isRemembering = true; ; isRemembering = false)
        {
            var order = Enumerable.Range(first, count - first).ToArray();
            random.Shuffle(order);
            await InChunksAsync(order, numbers => SignInAsync(numbers, isRemembering));
            if (!isRemembering) break;
        }

        await TableSizes.RunAsync(connection, "SELECT setval(pg_get_serial_sequence('audit_entries', 'id'), (SELECT max(id) FROM audit_entries))");
        await transaction.CommitAsync();
    }

    /// <summary>Seals what is not sealed yet, but for those left to the site.</summary>
    public async Task SealAsync()
    {
        var (table, last) = (new AuditTable(model), await TableSizes.NumberAsync(connection, "SELECT max(id) FROM audit_entries") - LeftUnsealed);
        var previous = (await table.LastSealAsync(default))?.Seal;
        var seals = new List<AuditSealRow>();
        while ((previous?.LastEntry ?? 0) < last
            && await table.EntriesAsync(previous?.LastEntry ?? 0, last, AuditSealer.Batch, default) is { Count: > 0 } entries)
        {
            previous = AuditSeal.Make(previous, entries, Now(), auditKeys.Current);
            seals.Add(Row(previous));
        }

        await copy.WriteAsync(seals);
    }

    private static async Task InChunksAsync(IEnumerable<int> numbers, Func<int[], Task> write)
    {
        foreach (var chunk in numbers.Chunk(Chunk)) await write(chunk);
    }

    private async Task SignUpAsync(int[] numbers)
    {
        var (rows, accepted, sessions, messages, entries) =
            (new List<MemberRow>(), new List<AcceptanceRow>(), new List<MemberSessionRow>(), new List<OutgoingMessageRow>(), new List<AuditEntryRow>());
        var next = await NextEntryAsync();
        foreach (var number in numbers)
        {
            var (now, person, network) = (Now(), GeneratedPerson.Of(number), Network());
            var member = Member(person, now);
            members.Add(member.Id);
            rows.Add(member);
            accepted.AddRange(template.Acceptances.Select(row => new AcceptanceRow
            {
                Id = Guid.CreateVersion7(now), MemberId = member.Id, Document = row.Document, Version = row.Version, Digest = row.Digest, Language = row.Language, At = now,
                Network = network,
            }));
            messages.Add(Message(member.PhoneHash, now));
            var session = Session(member.Id, network, now);
            sessions.Add(session);
            entries.Add(Entry(next++, AuditAct.SignedUp, member.Id, null, null, network, now));
            entries.Add(Entry(next++, AuditAct.SignedIn, member.Id, session.Id, session.Device, network, now));
        }

        await copy.WriteAsync(rows);
        await copy.WriteAsync(accepted);
        await copy.WriteAsync(sessions);
        await copy.WriteAsync(messages);
        await copy.WriteAsync(entries);
    }

    private async Task SignInAsync(int[] numbers, bool isRemembering)
    {
        var (browsers, sessions, messages, entries) = (new List<KnownBrowserRow>(), new List<MemberSessionRow>(), new List<OutgoingMessageRow>(), new List<AuditEntryRow>());
        var next = await NextEntryAsync();
        foreach (var number in numbers)
        {
            var (now, member, network) = (Now(), members[number], Network());
            var session = Session(member, network, now);
            sessions.Add(session);
            if (isRemembering)
            {
                var browser = new KnownBrowserRow
                {
                    Id = Guid.CreateVersion7(now), BrowserId = template.BrowserId, MemberId = member, Device = template.Device, RememberedAt = now, LastUsedAt = now,
                    ExpiresAt = now.AddDays(30),
                };
                browsers.Add(browser);
                messages.Add(Message(lookup.Of(GeneratedPerson.Of(number).Phone), now));
                entries.Add(Entry(next++, AuditAct.SecondStepAsked, member, null, null, network, now));
                entries.Add(Entry(next++, AuditAct.SignedIn, member, session.Id, session.Device, network, now));
                entries.Add(Entry(next++, AuditAct.BrowserRemembered, member, browser.Id, null, network, now));
            }
            else entries.Add(Entry(next++, AuditAct.SignedIn, member, session.Id, session.Device, network, now));
        }

        await copy.WriteAsync(browsers);
        await copy.WriteAsync(sessions);
        await copy.WriteAsync(messages);
        await copy.WriteAsync(entries);
    }

    private MemberRow Member(GeneratedPerson person, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            CreatedAt = now,
            Level = AssuranceLevel.SelfAsserted,
            Language = ReadingLanguage.Thai,
            NationalIdHash = lookup.Of(person.Id),
            NationalIdCipher = cipher.Seal(person.Id.Digits, "members.national_id", id),
            PhoneHash = lookup.Of(person.Phone),
            PhoneCipher = cipher.Seal(person.Phone.E164, "members.phone", id),
            PhoneProvenAt = now,
            FirstNameCipher = cipher.Seal(person.FirstName, "members.first_name", id),
            LastNameCipher = cipher.Seal(person.LastName, "members.last_name", id),
            NameHash = lookup.OfName(person.FirstName, person.LastName),
            BirthDateCipher = cipher.Seal(person.BirthDate.Canonical, "members.birth_date", id),
            PasswordHash = template.PasswordHash,
            PasswordChangedAt = now,
            Version = Guid.NewGuid(),
        };
    }

    private MemberSessionRow Session(Guid member, byte[] network, DateTimeOffset now) => new()
    {
        Id = new Guid(RandomNumberGenerator.GetBytes(16)), MemberId = member, StartedAt = now, Device = template.Device, ProvenAt = now, LastSeenAt = now.AddMinutes(5),
        EndedAt = now.AddMinutes(5), Network = network,
    };

    private static OutgoingMessageRow Message(byte[] phone, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Kind = MessageKind.Code, ChallengeId = Guid.CreateVersion7(now), Reference = "BCDF", PhoneHash = phone, CreatedAt = now,
        NotAfter = now.AddMinutes(5), State = MessageState.Accepted, TakenAt = now, Attempts = 1, Gateway = "HttpJson", GatewayId = Guid.NewGuid().ToString("D"), Prefix = "081",
        Delivery = SmsDelivery.Delivered, DeliveryAt = now.AddSeconds(3), AcceptedAt = now,
    };

    private AuditEntryRow Entry(long id, AuditAct act, Guid member, Guid? session, string? detail, byte[] network, DateTimeOffset now)
    {
        var entry = new AuditEntry(now, act, AuditActor.Member, null, member, session, detail, network);
        return new()
        {
            Id = id, At = now, Act = act, Actor = AuditActor.Member, MemberId = member, SessionId = session, Detail = detail, Network = network,
            Mac = HMACSHA256.HashData(macKey, entry.Canonical()),
        };
    }

    private AuditSealRow Row(AuditSeal seal) => new()
    {
        Number = seal.Number, AfterEntry = seal.AfterEntry, LastEntry = seal.LastEntry, Chain = seal.Chain.ToArray(), PreviousHead = seal.PreviousHead.ToArray(),
        Head = seal.Head.ToArray(), SealedAt = DateTimeOffset.FromUnixTimeMilliseconds(seal.SealedAt), KeyId = (int)seal.KeyId, Signature = auditKeys.Sign(seal),
    };

    // Several in a millisecond: ids go up with the time, as in life, and no time lies ahead once they are all written.
    private DateTimeOffset Now() => begun.AddMilliseconds(step++ / ActsInAMillisecond);

    private byte[] Network() => lookup.Of(new IPAddress(random.NextInt64(1L << 32)));

    private async Task<long> NextEntryAsync() => await TableSizes.NumberAsync(connection, "SELECT coalesce(max(id), 0) + 1 FROM audit_entries");
}
