using System.Net;
using Samachik.Rules.Audit;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>When too many passwords wait to be hashed, the page says so, and nothing is changed or counted.</summary>
public sealed class BusyTests
{
    [Fact]
    public async Task A_full_gate_is_told_on_the_pages_that_take_a_password()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, FullGate.Smallest);
        var member = await Newcomer.MemberAsync(site);
        await member.Visitor.OpenAsync("/account/password");
        await using var gate = FullGate.Of(site);

        Busy(await member.Visitor.SubmitAsync("/account/password", ("Password", "Zebra7Kite8Moon"), ("ConfirmPassword", "Zebra7Kite8Moon")));
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/phone");
        for (var press = 0; press < 8; press++)
            Busy(await member.Visitor.SubmitAsync("/account/proof", ("Password", member.Person.Password)));
        Assert.DoesNotContain(AuditAct.FreshProofFailed, await member.ActsAsync());
        Assert.DoesNotContain(AuditAct.PasswordChanged, await member.ActsAsync());

        await gate.OpenAsync();
        Assert.Equal("/account/phone", (await member.ProveAsync("/account/phone")).Path);
    }

    private static void Busy(Reply reply)
    {
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (reply.Status, reply.Headers["Retry-After"]));
        Assert.NotNull(reply.Document.GetElementById("busy-title"));
    }
}
