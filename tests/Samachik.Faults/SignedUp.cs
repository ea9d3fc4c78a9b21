using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;

namespace Samachik.Faults;

/// <summary>What sign-ups left in a database, past the site.</summary>
internal static class SignedUp
{
    // Whatever belongs to an account is there exactly once; and no entry tells of an account that is not there.
    private const string Half =
        """
        SELECT CAST(m.id AS text) FROM members m WHERE
          (SELECT count(*) FROM acceptances a WHERE a.member_id = m.id) <> 2
          OR (SELECT count(*) FROM audit_entries e WHERE e.member_id = m.id AND e.act = 'SignedUp') <> 1
          OR (SELECT count(*) FROM member_sessions s WHERE s.member_id = m.id) <> 1
          OR (SELECT count(*) FROM sign_up_journeys j WHERE j.member_id = m.id AND j.phone_proven_at IS NOT NULL) <> 1
          OR (SELECT count(*) FROM code_challenges c JOIN sign_up_journeys j ON j.id = c.sign_up_journey_id
              WHERE j.member_id = m.id AND c.used_at IS NOT NULL) <> 1
        UNION ALL
        SELECT CAST(j.member_id AS text) FROM sign_up_journeys j
          WHERE j.member_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM members m WHERE m.id = j.member_id)
        UNION ALL
        SELECT CAST(e.member_id AS text) FROM audit_entries e
          WHERE e.act = 'SignedUp' AND NOT EXISTS (SELECT 1 FROM members m WHERE m.id = e.member_id)
        """;

    /// <summary>
    /// Everybody who was told so has one account, none is twice or half there, every account has its entry in the trail,
    /// and the program itself finds the trail intact.
    /// </summary>
    public static async Task AreWholeAsync(TestPlace place, IReadOnlyCollection<Person> told)
    {
        await AreOnceAsync(place, told);
        Assert.Contains("The trail is intact.", await SiteProgram.SayAsync(place, 0, "audit", "verify"), StringComparison.Ordinal);
    }

    /// <summary>The same without the trail's check.</summary>
    public static async Task AreOnceAsync(TestPlace place, IReadOnlyCollection<Person> told)
    {
        Assert.Empty(await place.AskAsync(Half, row => row.GetString(0)));
        var keys = new LookupHash(KeyRing.Open(new StorageSettings(StorageKind.Postgres, "", place.KeysFolder, null), isDevelopment: false));
        var accounts = (await place.AskAsync("SELECT national_id_hash FROM members", row => Convert.ToHexString((byte[])row.GetValue(0))))
            .GroupBy(hash => hash).ToDictionary(same => same.Key, same => same.Count());
        Assert.All(told, person =>
        {
            Assert.True(Rules.People.NationalId.TryParse(person.NationalId, false, out var id, out _), "Not an ID number.");
            Assert.Equal(1, accounts.GetValueOrDefault(Convert.ToHexString(keys.Of(id))));
        });
        Assert.All(accounts.Values, count => Assert.Equal(1, count));
    }

    /// <summary>Waits until a node has sealed all that stands in the trail now.</summary>
    public static async Task UntilSealedAsync(TestPlace place)
    {
        var last = (await place.AskAsync("SELECT coalesce(max(id), 0) FROM audit_entries", row => row.GetInt64(0)))[0];

        // A node that was killed may hold the sealing for a minute more; then two rounds are needed.
        await Eventually.TrueAsync(
            async () => (await place.AskAsync("SELECT coalesce(max(last_entry), 0) FROM audit_seals", row => row.GetInt64(0)))[0] >= last, "the trail to be sealed");
    }
}
