using System.Net;
using Samachik.Rules.Audit;
using Samachik.Site.Storage.Passwords;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>When too many passwords wait to be hashed, the page says so, and nothing is changed or counted.</summary>
public sealed class BusyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_full_gate_is_told_on_the_pages_that_take_a_password()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Passwords:Parallel", "1"), ("Passwords:Queue", "1"));
        var member = await Newcomer.MemberAsync(site);
        await member.Visitor.OpenAsync("/account/password");
        using var open = new ManualResetEventSlim();
        using var running = new CountdownEvent(1);
        var gate = site.Service<HashingGate>();
        var busy = gate.TryRun(() => Wait(running, open));
        Assert.True(running.Wait(Patience, TestContext.Current.CancellationToken), "The gate runs.");
        var queued = gate.TryRun(() => "queued");

        Busy(await member.Visitor.SubmitAsync("/account/password", ("Password", "Zebra7Kite8Moon"), ("ConfirmPassword", "Zebra7Kite8Moon")));
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/phone");
        for (var press = 0; press < 8; press++)
            Busy(await member.Visitor.SubmitAsync("/account/proof", ("Password", member.Person.Password)));
        Assert.DoesNotContain(AuditAct.FreshProofFailed, await member.ActsAsync());
        Assert.DoesNotContain(AuditAct.PasswordChanged, await member.ActsAsync());

        open.Set();
        await Task.WhenAll(busy ?? Task.FromResult(""), queued ?? Task.FromResult("")).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal("/account/phone", (await member.ProveAsync("/account/phone")).Path);
    }

    private static void Busy(Reply reply)
    {
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (reply.Status, reply.Headers["Retry-After"]));
        Assert.NotNull(reply.Document.GetElementById("busy-title"));
    }

    private static string Wait(CountdownEvent running, ManualResetEventSlim open)
    {
        running.Signal();
        open.Wait();
        return "busy";
    }
}
