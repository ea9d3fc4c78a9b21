using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Recovery;

/// <summary>An ID number without an account walks the same pages with the same answers as one with an account.</summary>
public abstract partial class UnknownIdTests(DatabaseKind kind)
{
    [Fact]
    public async Task Known_unknown_closed_frozen_and_suspended_answer_alike()
    {
        await using var site = new TestSite(kind);
        var unknown = await TraceAsync(site, Person.New());
        Assert.True(unknown.Count > 30, $"Only {unknown.Count} answers.");
        Action<MemberRow>[] states =
        [
            _ => { },
            row => (row.ClosedAt, row.NationalIdHash) = (TestSite.Start, null),
            row => row.FrozenAt = TestSite.Start,
            row => row.SuspendedAt = TestSite.Start,
            row => row.Level = Rules.Members.AssuranceLevel.Proofed,
        ];
        foreach (var state in states)
        {
            var member = await Newcomer.MemberAsync(site);
            await site.ChangeAsync(member.Person, state);
            var known = await TraceAsync(site, member.Person);
            Assert.Equal(unknown.Count, known.Count);
            foreach (var (one, other) in unknown.Zip(known)) Assert.Equal(one, other);
        }

        Assert.Empty(site.Log.Errors);
    }

    [Fact]
    public async Task The_same_rows_are_written_and_nothing_is_sent_to_nobody()
    {
        await using var site = new TestSite(kind);
        var member = await Newcomer.MemberAsync(site);
        var (before, sent) = (await CountsAsync(site), (await site.InboxAsync(member.Person.Phone)).Count);
        var known = await Returner.AtCodeAsync(site, member.Person);
        await known.CodeAsync();
        var between = await CountsAsync(site);
        await Returner.AtCodeAsync(site, Person.New());
        var after = await CountsAsync(site);
        Assert.Equal(between.Select((count, i) => count - before[i]), after.Select((count, i) => count - between[i]));
        Assert.Equal(sent + 1, await site.ArrivedAsync(member.Person.Phone, sent + 1));
        await Eventually.TrueAsync(
            () => site.LookAsync(async db => await db.OutgoingMessages.CountAsync(row => row.State == MessageState.Withheld && row.TextCipher == null) == 1),
            "the worker's look at the message for nobody");
    }

    // Five codes an hour are an ID number's, on whatever phone: and a phone that has had enough gets no more of them,
    // which the page does not tell.
    [Fact]
    public async Task The_limits_are_those_of_the_ID_number_and_the_phones_are_kept_quietly()
    {
        await using var site = new TestSite(kind);
        var phone = Person.New().Phone;
        var members = new List<Person>();
        for (var i = 0; i < 3; i++)
        {
            members.Add((await Newcomer.MemberAsync(site, Person.New() with { Phone = phone })).Person);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var before = (await site.InboxAsync(phone)).Count;
        foreach (var person in members)
            for (var i = 0; i < 2; i++) Assert.NotNull((await Returner.AtCodeAsync(site, person)).Visitor.Page?.Reference);
        await site.NoticesAsync(phone);
        Assert.Equal(before + 5, await site.ArrivedAsync(phone, before + 5));

        foreach (var person in (Person[])[members[0], Person.New()])
        {
            Reply? page = null;
            for (var i = 0; i < 6; i++) page = (await Returner.AtCodeAsync(site, person)).Visitor.Page;
            Assert.Null(page?.Reference);
            Assert.Contains(
                SiteTexts.Of<PhoneCodeTexts>(site, "th", "SendAxis.NationalIdPerHour", "").Split(' ')[0], page?.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Even_the_right_code_of_nobody_opens_nothing()
    {
        await using var site = new TestSite(kind);
        var returner = await Returner.AtCodeAsync(site, Person.New());
        var lookup = site.Service<LookupHash>();
        var challenge = await site.LookAsync(db => db.CodeChallenges.AsNoTracking().SingleAsync(row => row.Purpose == CodePurpose.Recovery));
        var right = Enumerable.Range(0, 1_000_000).AsParallel().Select(code => $"{code:D6}").First(digits =>
            PhoneCode.TryParse(digits, 6, out var code, out _) && lookup.Of(code, CodePurpose.Recovery, challenge.Id).AsSpan().SequenceEqual(challenge.CodeHash));
        var page = await returner.TypeCodeAsync(right);
        Assert.Equal("/recovery/code", page.Path);
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(site, "th", "CodeVerdict.Wrong", 4), page.ErrorOf("Code"));
    }

    // Everything a stranger sees who never has the right code: codes, wrong ones to the end, resends, limits, other places.
    private static async Task<List<string>> TraceAsync(TestSite site, Person person)
    {
        var returner = new Returner(site, person);
        var trace = new List<string>();
        returner.Visitor.Received += reply => trace.Add(Normalised(reply, person));
        await returner.StartAsync();
        await returner.StartAsync();
        foreach (var path in (string[])["new-password", "email-code", "waiting", "officer", "done"]) await returner.Visitor.OpenAsync($"/recovery/{path}");
        await returner.TypeCodeAsync("abc");
        await returner.ResendAsync();
        for (var i = 0; i < 6; i++) await returner.TypeWrongCodeAsync();
        for (var i = 0; i < 5; i++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(60));
            var page = await returner.Visitor.OpenAsync("/recovery/code");
            if (page.Document.QuerySelector("form[action='/recovery/code?handler=Resend']") is not null) await returner.ResendAsync();
            await returner.TypeWrongCodeAsync();
        }

        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await returner.Visitor.OpenAsync("/recovery/code");
        for (var i = 0; i < 3; i++)
        {
            await returner.StartAsync();
            for (var j = 0; j < 5; j++) await returner.TypeWrongCodeAsync();
            site.Clock.Advance(TimeSpan.FromMinutes(21));
        }

        site.Clock.Leap(TimeSpan.FromDays(2));
        return trace;
    }

    private static async Task<int[]> CountsAsync(TestSite site) => await site.LookAsync(async db => new[]
    {
        await db.MemberJourneys.CountAsync(), await db.CodeChallenges.CountAsync(), await db.OutgoingMessages.CountAsync(),
        await db.SendCounters.CountAsync(), await db.AuditEntries.CountAsync(),
    });

    private static string Normalised(Reply reply, Person person)
    {
        var headers = reply.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => header.Key == "Set-Cookie"
                ? "Set-Cookie: " + CookieValue().Replace(header.Value, "=*;") : $"{header.Key}: {header.Value}");
        var body = Token().Replace(reply.Body, "*");
        body = Reference().Replace(body, "*").Replace(person.NationalId, "*", StringComparison.Ordinal);
        return $"{reply.Path} {reply.Status}\n{string.Join('\n', headers)}\n{body}";
    }

    [GeneratedRegex("=[^;]*;")]
    private static partial Regex CookieValue();

    [GeneratedRegex("(?<=name=\"(?:__RequestVerificationToken\" type=\"hidden|FormStamp)\" value=\")[^\"]*")]
    private static partial Regex Token();

    [GeneratedRegex("(?<=id=\"code-reference\"[^>]*>)[A-Z]{4}")]
    private static partial Regex Reference();
}

/// <inheritdoc/>
public sealed class UnknownIdTestsOnSqlite() : UnknownIdTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class UnknownIdTestsOnPostgres() : UnknownIdTests(DatabaseKind.Postgres);
