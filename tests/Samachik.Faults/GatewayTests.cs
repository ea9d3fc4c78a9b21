namespace Samachik.Faults;

/// <summary>The SMS gateway fails while somebody waits for a code: the page says what is true, and nothing goes out twice or is forgotten.</summary>
public sealed class GatewayTests
{
    /// <summary>What it does.</summary>
    public enum Fault
    {
        /// <summary>It takes nothing, and says so.</summary>
        Refusing,

        /// <summary>It takes the message and never answers.</summary>
        Hanging,

        /// <summary>It takes the message, and its answer is lost.</summary>
        Losing,
    }

    /// <summary>What it does, and what it does with a message that it had before.</summary>
    public static TheoryData<Fault, string> Faults
    {
        get
        {
            var some = new TheoryData<Fault, string> { { Fault.Refusing, "SentTwice" }, { Fault.Hanging, "SentTwice" }, { Fault.Losing, "Recognised" } };
            if (TestLength.IsLong) some.Add(Fault.Hanging, "Recognised");
            if (TestLength.IsLong) some.Add(Fault.Losing, "SentTwice");
            return some;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_code_is_neither_lost_nor_sent_twice_and_the_page_says_the_truth(Fault fault, string repeats)
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var peer = new Peer { Answer = Failing(fault) };

        // Short only where it is waited for: a program that just started may take seconds for its first answer.
        var timeOut = fault == Fault.Hanging ? "00:00:05" : "00:00:10";
        await using var site = await SiteProgram.StartAsync(
            place, SiteProgram.FreePort(), [.. peer.Settings, ("Sms:HttpJson:Repeats", repeats), ("Sms:TimeOut", timeOut), ("PhoneCodes:ResendAfter", "00:00:00")]);
        using var person = new Applicant(site.Address);
        await person.GetAsync("/");
        await person.PostAsync("/language", ("Culture", "en"), ("ReturnUrl", "/sign-up/agreement"));
        await person.GoToCodeAsync();
        await Eventually.TrueAsync(
            async () => (await StatesAsync(place))[0] is { Attempts: > 0 } row && row.State == (fault == Fault.Refusing ? "Waiting" : "Unknown"), "the fault to be on record");
        await person.GetAsync("/sign-up/phone-code");
        Assert.Contains("The message may be late: we do not know yet whether it has reached the phone.", person.Body, StringComparison.Ordinal);

        peer.Answer = _ => Task.FromResult<string?>(Peer.Ok);
        var isRepeated = fault == Fault.Refusing || repeats == "Recognised";
        if (isRepeated) await Eventually.TrueAsync(async () => (await StatesAsync(place))[0].State == "Accepted", "the message to go out by itself");
        else await person.PostAsync("/sign-up/phone-code?handler=Resend");
        await Eventually.TrueAsync(async () => (await StatesAsync(place))[^1].State == "Accepted", "the last code to go out");
        await person.TypeCodeAsync(await peer.CodeAsync(person.Person));
        Assert.Equal("/sign-up/done", person.Path);

        // A gateway that knows ids may be handed one again; any other had each message once.
        Assert.Equal(isRepeated ? ["Accepted"] : ["Unknown", "Accepted"], (await StatesAsync(place)).Select(row => row.State));
        Assert.Equal(isRepeated ? 1 : 2, peer.Had.Select(one => one.Id).Distinct().Count());
        if (repeats == "SentTwice") Assert.Equal(peer.Had.Count, peer.Had.Select(one => one.Id).Distinct().Count());

        // What is never handed over again keeps nothing that could be.
        Assert.Empty(await place.AskAsync(
            "SELECT state FROM outgoing_messages WHERE state <> 'Waiting' AND (retry_at IS NOT NULL OR text_cipher IS NOT NULL OR phone_cipher IS NOT NULL)", row => row.GetString(0)));
        await SignedUp.AreWholeAsync(place, [person.Person]);
    }

    private static Func<CancellationToken, Task<string?>> Failing(Fault fault) => fault switch
    {
        Fault.Refusing => Peer.Refuses,
        Fault.Losing => _ => Task.FromResult<string?>(null),
        Fault.Hanging => async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return null;
        },
    };

    private static Task<List<(string State, int Attempts)>> StatesAsync(TestPlace place) =>
        place.AskAsync("SELECT state, attempts FROM outgoing_messages ORDER BY id", row => (row.GetString(0), row.GetInt32(1)));
}
