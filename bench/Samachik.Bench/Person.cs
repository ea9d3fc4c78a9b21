using System.Globalization;
using System.Security.Cryptography;
using Samachik.Rules.People;

namespace Samachik.Bench;

/// <summary>Somebody made up: a generated ID number, and a phone that nobody dials.</summary>
internal sealed record Person(string Id, string Phone, string Password)
{
    private static int phones = RandomNumberGenerator.GetInt32(90_000_000);

    /// <summary>The phone in its international form.</summary>
    public string E164 => "+66" + Phone[1..];

    /// <summary>The fields of the details page.</summary>
    public (string Name, string Value)[] Fields =>
    [
        ("NationalId", Id), ("Phone", Phone), ("Password", Password), ("ConfirmPassword", Password),
        ("FirstName", "มานี"), ("LastName", "มีนา"), ("BirthDay", "7"), ("BirthMonth", "9"), ("BirthYear", "2520"),
    ];

    /// <summary>Somebody new.</summary>
    public static Person New()
    {
        var twelve = string.Concat(Enumerable.Range(0, 12).Select(at => Digit(at == 0 ? 1 : 0)));
        var phone = 810_000_000 + Interlocked.Increment(ref phones) % 90_000_000;
        return new(
            twelve + NationalId.CheckDigit(twelve), "0" + phone.ToString(CultureInfo.InvariantCulture),
            "Rk" + RandomNumberGenerator.GetHexString(14, lowercase: true));
    }

    private static string Digit(int from) => RandomNumberGenerator.GetInt32(from, 9).ToString(CultureInfo.InvariantCulture);
}
