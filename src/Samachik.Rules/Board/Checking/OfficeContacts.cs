using System.Collections.Frozen;

namespace Samachik.Rules.Board.Checking;

/// <summary>The office's public numbers and addresses: whoever posts them harasses nobody. A setting of the office.</summary>
public sealed record OfficeContacts
{
    private readonly FrozenSet<string> phones;
    private readonly FrozenSet<string> mails;
    private readonly string[] domains;
    private readonly FrozenSet<string> lineIds;

    /// <param name="phones">As written in Thailand or with +66, separators as people like: "02-956-2400". Short ones pass anyway.</param>
    /// <param name="mails">Whole addresses, or domains, which stand for all addresses there and below: "sso.go.th".</param>
    /// <param name="lineIds">With or without the @.</param>
    public OfficeContacts(IEnumerable<string> phones, IEnumerable<string> mails, IEnumerable<string> lineIds)
    {
        ArgumentNullException.ThrowIfNull(mails);
        var all = mails.Select(mail => mail.Trim().ToLowerInvariant()).ToList();
        this.phones = phones.Select(National).Where(phone => phone.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        this.mails = all.Where(mail => mail.Contains('@', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
        domains = [.. all.Where(mail => mail.Length > 0 && !mail.Contains('@', StringComparison.Ordinal))];
        this.lineIds = lineIds.Select(BareLineId).Where(id => id.Length > 0).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>An office that nobody can reach.</summary>
    public static OfficeContacts None { get; } = new([], [], []);

    internal bool HasPhone(string national) => phones.Contains(national);

    internal bool HasMail(string name, string domain) => mails.Contains($"{name}@{domain}")
        || Array.Exists(domains, own => domain == own || domain.EndsWith($".{own}", StringComparison.Ordinal));

    internal bool HasLineId(string id) => lineIds.Contains(BareLineId(id));

    private static string BareLineId(string id) => id.Trim().TrimStart('@').ToLowerInvariant();

    private static string National(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.StartsWith("66", StringComparison.Ordinal) && phone.TrimStart().StartsWith('+') ? "0" + digits[2..] : digits;
    }
}
