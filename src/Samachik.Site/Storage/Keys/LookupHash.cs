using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Register;

namespace Samachik.Site.Storage.Keys;

/// <summary>Keyed hashes (HMAC-SHA-256): they find a value again without keeping it. Each kind of value hashes apart.</summary>
public sealed class LookupHash(KeyRing keys)
{
    /// <summary>The hash of an ID number.</summary>
    public byte[] Of(NationalId id) => Hash("national-id", id.Digits);

    /// <summary>The hash of an ID number in the register: no other table tells who is in it.</summary>
    public byte[] OfRegister(NationalId id) => Hash("register", id.Digits);

    /// <summary>
    /// What the register keeps of a person beside that: bound to the ID number, so that two of one name or one birth
    /// date do not look alike. Names come as match keys, which hold no '|'.
    /// </summary>
    public RegisterDigests Digests(NationalId id, string firstNameKey, string? lastNameKey, ThaiBirthDate birthDate) => new(
        Hash("register-name", $"{id.Digits}|{firstNameKey}|{lastNameKey}"), Hash("register-birth-date", $"{id.Digits}|{birthDate.Canonical}"));

    /// <summary>The hash of a phone number.</summary>
    public byte[] Of(ThaiMobileNumber number) => Hash("phone", number.E164);

    /// <summary>The hash of an e-mail address, whatever its letter case.</summary>
    public byte[] Of(EmailAddress address) => Hash("email", address.Canonical);

    /// <summary>The hash of a full name: names that only look different hash alike, see <see cref="PersonName.MatchKeyOf"/>.</summary>
    public byte[] OfName(string first, string? last) => Hash("name", PersonName.MatchKeyOf($"{first} {last}"));

    /// <summary>The hash of the word in the link of an invitation.</summary>
    public byte[] OfInvitation(string word) => Hash("invitation", word);

    /// <summary>The hash of the word in a link "this was not me".</summary>
    public byte[] OfLink(string word) => Hash("link", word);

    /// <summary>The hash in the address of a gateway's receipts, of all its messages or of one.</summary>
    public byte[] OfReceipts(string gateway, Guid? message) => Hash("receipts", $"{gateway}|{message:D}");

    /// <summary>What stands for the phone of an ID number that has no account: its counters move like any other's.</summary>
    public byte[] OfNobody(byte[] nationalIdHash) => Hash("nobody", Convert.ToHexString(nationalIdHash));

    /// <summary>The hash of a network: /24 of IPv4, /64 of IPv6; so the trail can compare networks, not read them.</summary>
    public byte[] Of(IPAddress? address) => Hash("network", NetworkOf(address));

    /// <summary>The key of a counter: what is counted, and for whom.</summary>
    public byte[] Counter(string what, ReadOnlySpan<byte> whom) => Hash("counter", $"{what}|{Convert.ToHexString(whom)}");

    /// <summary>The hash of the one-time code of a recovery that officers opened, good for one account only.</summary>
    public byte[] Of(RecoveryCode code, Guid member) => HMACSHA256.HashData(keys.Codes, Encoding.UTF8.GetBytes($"recovery|{member:D}|{code.Digits}"));

    /// <summary>The hash of a code, good for one challenge and purpose only.</summary>
    public byte[] Of(PhoneCode code, CodePurpose purpose, Guid challenge) =>
        HMACSHA256.HashData(keys.Codes, Encoding.UTF8.GetBytes($"code|{purpose}|{challenge:D}|{code.Digits}"));

    /// <summary>The network of an address as text; unknown addresses share one network.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8;
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, kept));
    }

    private byte[] Hash(string kind, string value) =>
        HMACSHA256.HashData(keys.Lookup, Encoding.UTF8.GetBytes($"{kind}|{value}"));
}
