using Samachik.Rules.Members;
using Samachik.Rules.Recovery;

namespace Samachik.Rules.Tests.Recovery;

public sealed class RecoveryRouteTests
{
    // Four ways in a row: neither known browser nor e-mail, known browser, e-mail, both.
    [Theory]
    [InlineData(AssuranceLevel.SelfAsserted, false, true, "NewPassword NewPassword NewPassword NewPassword")]
    [InlineData(AssuranceLevel.SelfAsserted, false, false, "Wait NewPassword EmailCode NewPassword")]
    [InlineData(AssuranceLevel.SelfAsserted, true, true, "Wait Wait EmailCode EmailCode")]
    [InlineData(AssuranceLevel.SelfAsserted, true, false, "Wait Wait EmailCode EmailCode")]
    [InlineData(AssuranceLevel.Matched, false, true, "Wait NewPassword EmailCode NewPassword")]
    [InlineData(AssuranceLevel.Matched, false, false, "Wait Wait EmailCode EmailCode")]
    [InlineData(AssuranceLevel.Matched, true, true, "Wait Wait EmailCode EmailCode")]
    [InlineData(AssuranceLevel.Matched, true, false, "Wait Wait EmailCode EmailCode")]
    [InlineData(AssuranceLevel.Proofed, false, true, "Wait NewPassword EmailCode EmailCode")]
    [InlineData(AssuranceLevel.Proofed, false, false, "Officer Officer EmailCode EmailCode")]
    [InlineData(AssuranceLevel.Proofed, true, true, "Officer Officer EmailCode EmailCode")]
    [InlineData(AssuranceLevel.Proofed, true, false, "Officer Officer EmailCode EmailCode")]
    public void Every_fact_leads_where_the_table_says(AssuranceLevel level, bool frozen, bool trusted, string routes)
    {
        var found = from email in (bool[])[false, true]
                    from known in (bool[])[false, true]
                    select new RecoveryFacts(level, frozen, email, trusted, known).Route;
        Assert.Equal(routes, string.Join(' ', found));
    }

    [Fact]
    public void More_proof_never_asks_for_more()
    {
        var asks = Enum.GetValues<RecoveryRoute>();
        foreach (var facts in All())
        {
            var with = Array.IndexOf(asks, facts.Route);
            Assert.True(with <= Array.IndexOf(asks, (facts with { PhoneIsTrusted = false }).Route), $"{facts}: a stale phone asks for less");
            Assert.True(with <= Array.IndexOf(asks, (facts with { BrowserIsKnown = false }).Route), $"{facts}: a strange browser asks for less");
            Assert.True(Array.IndexOf(asks, (facts with { IsFrozen = true }).Route) >= with, $"{facts}: frozen asks for less");
        }
    }

    [Fact]
    public void A_phone_alone_opens_only_what_proves_no_more_than_a_phone() => Assert.All(
        All().Where(facts => facts is { Route: RecoveryRoute.NewPassword, BrowserIsKnown: false }),
        facts => Assert.True(facts is { Level: AssuranceLevel.SelfAsserted, IsFrozen: false, PhoneIsTrusted: true }, $"{facts}"));

    private static IEnumerable<RecoveryFacts> All()
    {
        bool[] both = [false, true];
        return from level in Enum.GetValues<AssuranceLevel>()
               from frozen in both
               from email in both
               from trusted in both
               from known in both
               select new RecoveryFacts(level, frozen, email, trusted, known);
    }
}
