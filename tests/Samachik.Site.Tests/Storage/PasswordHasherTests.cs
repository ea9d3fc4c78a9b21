using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NSec.Cryptography;
using Samachik.Site.Storage.Passwords;

namespace Samachik.Site.Tests.Storage;

public sealed partial class PasswordHasherTests
{
    [Theory]
    [InlineData(8, 1)]
    [InlineData(64, 3)]
    [InlineData(19456, 2)]
    public async Task A_hash_tells_its_parameters_and_is_made_again_by_them(int memory, int passes)
    {
        var hash = await HashAsync("Zq7Wm4Xv9", memory, passes);
        var match = Phc().Match(hash);
        Assert.True(match.Success, hash);
        Assert.Equal(memory, Number(match, "m"));
        Assert.Equal(passes, Number(match, "t"));
        Assert.Equal(16, Bytes(match, "salt").Length);
        Assert.Equal(32, Bytes(match, "hash").Length);
        Assert.Equal(Bytes(match, "hash"), Again("Zq7Wm4Xv9", match));
        Assert.NotEqual(Bytes(match, "hash"), Again("Zq7Wm4Xv8", match));
        Assert.NotEqual(Bytes(match, "hash"), Again("zq7Wm4Xv9", match));
    }

    [Theory]
    [InlineData("รหัสผ่านภาษาไทย")]
    [InlineData("with a space at the end ")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012")]
    public async Task Every_byte_of_a_password_counts(string password)
    {
        var match = Phc().Match(await HashAsync(password, 8, 1));
        Assert.Equal(Bytes(match, "hash"), Again(password, match));
        Assert.NotEqual(Bytes(match, "hash"), Again(password[..^1], match));
    }

    [Fact]
    public async Task One_password_hashes_differently_every_time()
    {
        var hashes = new HashSet<string>();
        for (var i = 0; i < 50; i++) hashes.Add(await HashAsync("Zq7Wm4Xv9", 8, 1));
        Assert.Equal(50, hashes.Count);
        Assert.Equal(50, hashes.Select(hash => Phc().Match(hash).Groups["salt"].Value).Distinct().Count());
    }

    [Fact]
    public async Task A_sign_up_keeps_the_password_so_and_no_other_way()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Passwords:MemoryKiB", "512"), ("Passwords:Passes", "4"));
        var newcomer = await Newcomer.MemberAsync(site);
        var hash = await site.LookAsync(db => Task.FromResult(db.Members.Single().PasswordHash));
        var match = Phc().Match(hash);
        Assert.Equal((512, 4), (Number(match, "m"), Number(match, "t")));
        Assert.Equal(Bytes(match, "hash"), Again(newcomer.Person.Password, match));
    }

    private static async Task<string> HashAsync(string password, int memory, int passes)
    {
        var settings = SettingsOf.Development(("Passwords:MemoryKiB", $"{memory}"), ("Passwords:Passes", $"{passes}"));
        using var gate = new HashingGate(settings);
        var hash = await new PasswordHasher(gate, settings, new HttpContextAccessor()).TryHashAsync(password);
        Assert.NotNull(hash);
        return hash;
    }

    private static byte[] Again(string password, Match phc) => PasswordBasedKeyDerivationAlgorithm.Argon2id(
        new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = Number(phc, "m"), NumberOfPasses = Number(phc, "t") })
        .DeriveBytes(Encoding.UTF8.GetBytes(password), Bytes(phc, "salt"), 32);

    private static int Number(Match phc, string group) => int.Parse(phc.Groups[group].Value, CultureInfo.InvariantCulture);

    private static byte[] Bytes(Match phc, string group)
    {
        var base64 = phc.Groups[group].Value;
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }

    [GeneratedRegex(@"^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=1\$(?<salt>[A-Za-z0-9+/]+)\$(?<hash>[A-Za-z0-9+/]+)$")]
    private static partial Regex Phc();
}
