using System.Security.Cryptography;
using System.Text;

namespace Samachik.Site.Tests.Privacy;

/// <summary>The search finds what was planted, however it is spelled, and nothing where nothing is.</summary>
public sealed class TracesTests
{
    private static readonly Person Somebody = Person.New() with
    {
        NationalId = "1101700000133", Phone = "0812345678", Password = "Zq7Wm4Xv9k", FirstName = "สมมติ", LastName = "น้ำทิพย์",
        BirthDay = "2", BirthMonth = "4", BirthYear = "2510",
    };

    private static readonly Traces Search = new(Typed.By(Somebody, "483920"));

    [Theory]
    [InlineData("national ID", "1101700000133")]
    [InlineData("national ID", "1-1017-00000-13-3")]
    [InlineData("national ID", "1 1017 00000 13 3")]
    [InlineData("national ID", "๑-๑๐๑๗-๐๐๐๐๐-๑๓-๓")]
    [InlineData("national ID", "id:110170000013;")]
    [InlineData("national ID", "3310000071011")]
    [InlineData("phone", "0812345678")]
    [InlineData("phone", "+66812345678")]
    [InlineData("phone", "tel:+66-81-234-5678")]
    [InlineData("phone", "08-1234-5678")]
    [InlineData("phone", "๐๘๑ ๒๓๔ ๕๖๗๘")]
    [InlineData("phone", "0812-345-678")]
    [InlineData("password", "ZQ7WM4XV9K")]
    [InlineData("password", "the word is zq7wm4xv9k.")]
    [InlineData("password", "k9vX4mW7qZ")]
    [InlineData("first name", "นายสมมติ")]
    [InlineData("first name", "ิตมมส")]
    [InlineData("last name", "น้ำทิพย์")]
    [InlineData("last name", "น้ําทิพย์")]
    [InlineData("birth date", "2510-04-02")]
    [InlineData("birth date", "1967-04-02T00:00:00")]
    [InlineData("birth date", "02/04/2510")]
    [InlineData("birth date", "4/2/1967")]
    [InlineData("birth date", "2.4.2510")]
    [InlineData("birth date", "02042510")]
    [InlineData("birth date", "19670402")]
    [InlineData("birth date", "2 เมษายน 2510")]
    [InlineData("birth date", "๒ เม.ย. ๒๕๑๐")]
    [InlineData("birth date", "April 2, 1967")]
    [InlineData("code", "รหัส 483920 ใช้ได้ 5 นาที")]
    [InlineData("code", "483-920")]
    [InlineData("code", "๔๘๓๙๒๐")]
    public void Every_spelling_is_found_in_every_encoding(string what, string planted)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            // Begun at any byte, base64 is written anew.
            for (var before = 0; before < 3; before++)
            {
                byte[] bytes = [.. Noise(before), .. encoding.GetBytes(planted), .. Noise(2)];
                Found(what, bytes);
                Found(what, Search.In(Convert.ToBase64String(bytes)));
                Found(what, Search.In(Convert.ToHexString(bytes)));
                Found(what, Search.In(Convert.ToHexStringLower(bytes)));
            }
        }
    }

    [Theory]
    [InlineData("first name", @"{""name"":""\u0E2A\u0E21\u0E21\u0E15\u0E34""}")]
    [InlineData("first name", @"\u0e2a\u0e21\u0e21\u0e15\u0e34")]
    [InlineData("first name", "&#xE2A;&#xE21;&#xE21;&#xE15;&#xE34;")]
    [InlineData("first name", "?q=%E0%B8%AA%E0%B8%A1%E0%B8%A1%E0%B8%95%E0%B8%B4")]
    [InlineData("first name", "?q=%e0%b8%aa%e0%b8%a1%e0%b8%a1%e0%b8%95%e0%b8%b4")]
    [InlineData("first name", "&#3626;&#3617;&#3617;&#3605;&#3636;")]
    [InlineData("birth date", "on=2%20%E0%B9%80%E0%B8%A1%E0%B8%A9%E0%B8%B2%E0%B8%A2%E0%B8%99%202510")]
    [InlineData("birth date", "on=02%2F04%2F2510")]
    public void Escapes_are_found(string what, string planted) => Found(what, Search.In(planted));

    [Fact]
    public void A_Thai_name_in_eight_bits_is_found() => Found("first name", [0xCA, 0xC1, 0xC1, 0xB5, 0xD4]);

    [Fact]
    public void Digests_without_a_key_are_found()
    {
        foreach (var spelling in (string[])["0812345678", "+66812345678", "081-234-5678"])
            Found("phone", SHA256.HashData(Encoding.UTF8.GetBytes(spelling)));
        Found("national ID", SHA512.HashData("1101700000133"u8));
        Found("code", Search.In(Convert.ToHexStringLower(SHA256.HashData("483920"u8))));
        Found("code", Search.In(Convert.ToBase64String(SHA512.HashData("483920"u8))));
    }

    [Fact]
    public void Numbers_are_found()
    {
        Found("national ID", Search.InValue(1101700000133L));
        Found("phone", Search.InValue(66812345678L));
        Found("code", Search.InValue(483920));
        Found("birth date", Search.InValue(new DateTimeOffset(1967, 4, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds()));
        Found("birth date", Search.InValue(new DateTime(1967, 4, 2, 0, 0, 0, DateTimeKind.Utc).ToString("O")));
        Found("national ID", BitConverter.GetBytes(1101700000133L));
        Assert.Empty(Search.InValue(1101700000134L));
    }

    [Fact]
    public void Nothing_is_found_in_noise_and_in_others_data()
    {
        Assert.Empty(Search.In(RandomNumberGenerator.GetBytes(1_000_000)));
        Assert.Empty(Search.In(string.Join('\n', Person.New().Fields.Select(field => field.Value))));
        Assert.Empty(Search.InValue(null));
    }

    private static void Found(string what, byte[] bytes) => Found(what, Search.In(bytes));

    private static void Found(string what, IReadOnlyList<string> found) =>
        Assert.Contains(found, one => one.StartsWith(what, StringComparison.Ordinal));

    private static byte[] Noise(int length) => [.. Enumerable.Repeat((byte)0xFE, length)];
}
