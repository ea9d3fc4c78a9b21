using System.Globalization;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Site.Tests.Privacy;

/// <summary>One thing that a person typed or was sent, in all the ways that people and programs spell it.</summary>
/// <param name="What">Its name, for the message of a test that found it.</param>
/// <param name="Spellings">As text. A part that is telling by itself finds all that hold it; the whole stands for its digests.</param>
/// <param name="Numbers">As a number in a column of numbers.</param>
public sealed record Typed(string What, IReadOnlyList<string> Spellings, IReadOnlyList<long> Numbers)
{
    private static readonly string[] Gaps = ["-", " ", ".", "/"];

    /// <summary>Everything of a person, and the codes that were sent to them.</summary>
    public static IReadOnlyList<Typed> By(Person person, params string[] codes) =>
    [
        NationalId(person.NationalId), Phone(person.Phone), Word("password", person.Password),
        Name("first name", person.FirstName), Name("last name", person.LastName),
        BirthDate.Of(int.Parse(person.BirthDay, CultureInfo.InvariantCulture), int.Parse(person.BirthMonth, CultureInfo.InvariantCulture),
            int.Parse(person.BirthYear, CultureInfo.InvariantCulture)),
        .. codes.Select(code => Of("code", [code, $"{code[..3]} {code[3..]}", $"{code[..3]}-{code[3..]}"], [Read(code)])),
    ];

    /// <summary>With Thai digits too, and each spelling once.</summary>
    internal static Typed Of(string what, IEnumerable<string> spellings, IEnumerable<long> numbers) =>
        new(what, [.. spellings.SelectMany(text => (string[])[text, InThaiDigits(text)]).Distinct()], [.. numbers.Distinct()]);

    // Without its first or its check digit a number is still this person's.
    private static Typed NationalId(string id) => Of(
        "national ID",
        [
            id, id[..12], id[1..], Joined("-", id[..1], id[1..5], id[5..10], id[10..12], id[12..]),
            .. Gaps.Select(gap => Joined(gap, id[..1], id[1..5], id[5..10], id[10..12])),
            .. Gaps.Select(gap => Joined(gap, id[1..5], id[5..10], id[10..12], id[12..])),
        ],
        [Read(id), Read(id[..12]), Read(id[1..])]);

    // What stands before the last nine digits (0, +66, 0066, tel:) makes no other number of it.
    private static Typed Phone(string phone) => Of(
        "phone",
        [
            phone, phone[1..], $"+66{phone[1..]}", $"66{phone[1..]}", Joined("-", phone[..3], phone[3..6], phone[6..]),
            .. Gaps.Select(gap => Joined(gap, phone[1..3], phone[3..6], phone[6..])),
            .. Gaps.Select(gap => Joined(gap, phone[1..2], phone[2..6], phone[6..])),
            .. Gaps.Select(gap => Joined(gap, phone[1..4], phone[4..7], phone[7..])),
        ],
        [Read(phone), Read("66" + phone[1..])]);

    private static Typed Word(string what, string text) => Of(what, [text, text.ToUpperInvariant(), text.ToLowerInvariant()], []);

    private static Typed Name(string what, string text) => Of(
        what, Enum.GetValues<NormalizationForm>().Select(form => text.Normalize(form)).Append(PersonName.MatchKeyOf(text)), []);

    private static string Joined(string gap, params string[] parts) => string.Join(gap, parts);

    private static long Read(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    private static string InThaiDigits(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '๐') : c));
}
