using System.Globalization;
using System.Security.Cryptography;

namespace Samachik.Site.Tests;

/// <summary>A person made up for one test: nobody else of the run has this ID number or phone.</summary>
public sealed record Person
{
    private const string Letters = "กขคงจชซดตถทนบปพมยรลวสห";
    private static int phones = RandomNumberGenerator.GetInt32(90_000_000);

    /// <summary>Thirteen digits that fit their check digit.</summary>
    public required string NationalId { get; init; }

    /// <summary>As dialled in Thailand.</summary>
    public required string Phone { get; init; }

    /// <summary>Fit for both password rules.</summary>
    public required string Password { get; init; }

    /// <summary>Thai, and long enough to be looked for in a database.</summary>
    public required string FirstName { get; init; }

    /// <summary>Thai.</summary>
    public required string LastName { get; init; }

    /// <summary>Of the month.</summary>
    public required string BirthDay { get; init; }

    /// <summary>1 to 12.</summary>
    public required string BirthMonth { get; init; }

    /// <summary>Buddhist Era.</summary>
    public required string BirthYear { get; init; }

    /// <summary>The phone in its international form.</summary>
    public string E164 => "+66" + Phone[1..];

    /// <summary>The fields of step 2.</summary>
    public (string Name, string? Value)[] Fields =>
    [
        ("NationalId", NationalId), ("Phone", Phone), ("Password", Password), ("ConfirmPassword", Password),
        ("FirstName", FirstName), ("LastName", LastName),
        ("BirthDay", BirthDay), ("BirthMonth", BirthMonth), ("BirthYear", BirthYear),
    ];

    /// <summary>Somebody new.</summary>
    public static Person New()
    {
        var twelve = Number(1, 9) + string.Concat(Enumerable.Range(0, 11).Select(_ => Number(0, 10)));
        var phone = 810_000_000 + Interlocked.Increment(ref phones) % 90_000_000;
        return new()
        {
            NationalId = twelve + Rules.People.NationalId.CheckDigit(twelve),
            Phone = "0" + phone.ToString(CultureInfo.InvariantCulture),
            Password = "Rk" + RandomNumberGenerator.GetHexString(14, lowercase: true),
            FirstName = Name(4),
            LastName = Name(6),
            BirthDay = Number(1, 29),
            BirthMonth = Number(1, 13),
            BirthYear = Number(2490, 2545),
        };
    }

    private static string Name(int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => Letters[RandomNumberGenerator.GetInt32(Letters.Length)] + "า"));

    private static string Number(int from, int below) =>
        RandomNumberGenerator.GetInt32(from, below).ToString(CultureInfo.InvariantCulture);
}
