using System.Net;
using System.Text;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Storage;

public sealed class LookupHashTests : IDisposable
{
    private readonly KeyFolder folder = new();
    private readonly LookupHash lookup;

    public LookupHashTests() => lookup = new LookupHash(folder.Open());

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_value_hashes_alike_however_it_was_typed()
    {
        Assert.Equal(lookup.Of(Id("1101700000133")), lookup.Of(Id("๑-๑๐๑๗-๐๐๐๐๐-๑๓-๓")));
        Assert.Equal(lookup.Of(Phone("0812345678")), lookup.Of(Phone("+66 81-234-5678")));
        Assert.Equal(32, lookup.Of(Id("1101700000133")).Length);
    }

    [Fact]
    public void Different_values_hash_apart()
    {
        Assert.NotEqual(lookup.Of(Id("1101700000133")), lookup.Of(Id("1101700000095")));
        Assert.NotEqual(lookup.Of(Phone("0812345678")), lookup.Of(Phone("0812345679")));
    }

    [Fact]
    public void Another_key_hashes_apart()
    {
        using var other = new KeyFolder();
        Assert.NotEqual(lookup.Of(Id("1101700000133")), new LookupHash(other.Open()).Of(Id("1101700000133")));
    }

    // Were the kinds not apart, a counter's key or a network could be looked up as a person.
    [Fact]
    public void Each_kind_of_value_hashes_apart()
    {
        var digits = "1101700000133"u8.ToArray();
        var challenge = Guid.NewGuid();
        byte[][] all =
        [
            lookup.Of(Id("1101700000133")), lookup.OfRegister(Id("1101700000133")), lookup.Of(Phone("0812345678")), lookup.Of(IPAddress.Loopback), lookup.Of((IPAddress?)null),
            lookup.Counter("national-id", digits), lookup.Counter("phone", digits), lookup.Counter("tries", digits), lookup.Counter("tries", []),
            lookup.Of(Code("110170"), CodePurpose.SignUp, challenge), lookup.Of(Code("110170"), CodePurpose.SignIn, challenge),
            lookup.Of(Code("110170"), CodePurpose.SignUp, Guid.NewGuid()), lookup.Of(Code("110171"), CodePurpose.SignUp, challenge),
        ];
        Assert.Equal(all.Length, all.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void A_counter_of_one_kind_cannot_be_written_as_another()
    {
        Assert.NotEqual(lookup.Counter("a", Encoding.UTF8.GetBytes("b")), lookup.Counter("a|", Encoding.UTF8.GetBytes("b")));
        Assert.NotEqual(lookup.Counter("a", [1, 2]), lookup.Counter("a", [0x12]));
    }

    [Fact]
    public void Codes_have_a_key_of_their_own()
    {
        var challenge = Guid.NewGuid();
        var before = lookup.Of(Code("483920"), CodePurpose.SignUp, challenge);
        File.Copy(folder.FileOf("codes-0001.key"), folder.FileOf("lookup-0002.key"));
        var sameCodes = new LookupHash(folder.Open());
        Assert.Equal(before, sameCodes.Of(Code("483920"), CodePurpose.SignUp, challenge));
        Assert.NotEqual(lookup.Of(Id("1101700000133")), sameCodes.Of(Id("1101700000133")));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.250", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.9", true)]
    [InlineData("203.0.113.7", "203.0.114.7", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Addresses_of_one_network_hash_alike(string one, string other, bool same) =>
        Assert.Equal(same, lookup.Of(IPAddress.Parse(one)).AsSpan().SequenceEqual(lookup.Of(IPAddress.Parse(other))));

    private static NationalId Id(string typed) =>
        NationalId.TryParse(typed, acceptLeadingZero: false, out var id, out _) ? id : throw new ArgumentException(typed, nameof(typed));

    private static ThaiMobileNumber Phone(string typed) =>
        ThaiMobileNumber.TryParse(typed, out var phone, out _) ? phone : throw new ArgumentException(typed, nameof(typed));

    private static PhoneCode Code(string typed) =>
        PhoneCode.TryParse(typed, typed.Length, out var code, out _) ? code : throw new ArgumentException(typed, nameof(typed));
}
