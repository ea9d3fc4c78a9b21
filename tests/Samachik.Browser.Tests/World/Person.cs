using System.Globalization;
using System.Security.Cryptography;

namespace Samachik.Browser.Tests.World;

/// <summary>A person made up for one test.</summary>
public sealed record Person(string NationalId, string Phone)
{
    private static int phones = RandomNumberGenerator.GetInt32(9_000_000);

    /// <summary>Fit for the office's rule.</summary>
    public static string Password => "maprao27Lom";

    /// <summary>In Thai.</summary>
    public static string FirstName => "มานี";

    /// <summary>In Thai, with marks on two storeys.</summary>
    public static string LastName => "ปิ่นน้ำผึ้ง";

    /// <summary>The phone in its international form.</summary>
    public string E164 => "+66" + Phone[1..];

    /// <summary>The ID number as it is shown.</summary>
    public string GroupedId =>
        $"{NationalId[..1]}-{NationalId[1..5]}-{NationalId[5..10]}-{NationalId[10..12]}-{NationalId[12..]}";

    /// <summary>The phone as it is shown.</summary>
    public string GroupedPhone => $"{Phone[..3]}-{Phone[3..6]}-{Phone[6..]}";

    /// <summary>Somebody new.</summary>
    public static Person New()
    {
        var twelve = "1" + RandomNumberGenerator.GetString("0123456789", 11);
        var sum = twelve.Select((digit, i) => (digit - '0') * (13 - i)).Sum();
        var phone = 810_000_000 + Interlocked.Increment(ref phones);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{twelve}{(11 - sum % 11) % 10}"),
            string.Create(CultureInfo.InvariantCulture, $"0{phone}"));
    }
}
