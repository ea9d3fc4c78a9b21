namespace Samachik.Site.Tests.Laws;

/// <summary>What systemd's unit must say, as a start under systemd showed.</summary>
public sealed class UnitLaws
{
    [Fact]
    public void A_user_without_a_home_is_given_the_name_of_one_or_no_certificate_can_be_checked()
    {
        var unit = File.ReadAllLines(SourceTree.PathOf("ops/systemd/samachik@.service"));
        Assert.Contains("DynamicUser=yes", unit);
        Assert.Contains(unit, line => line.StartsWith("Environment=HOME=/", StringComparison.Ordinal));
    }
}
