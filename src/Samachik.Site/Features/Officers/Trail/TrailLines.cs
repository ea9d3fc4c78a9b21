using Microsoft.Extensions.Localization;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers.Trail;

/// <summary>An entry of the trail as it is read.</summary>
/// <param name="Id">Its place in the trail.</param>
/// <param name="At">When.</param>
/// <param name="Said">What was done, and by whom.</param>
/// <param name="Account">To which account; null where there is none.</param>
/// <param name="Detail">Which of several it was.</param>
public sealed record TrailLine(long Id, DateTimeOffset At, string Said, string? Account, string? Detail);

/// <summary>Says entries as sentences. An entry that was tampered with need not name an act we know: then its own word stands.</summary>
public sealed class TrailLines(StaffNumbers numbers, IStringLocalizer<OfficerTexts> words, IStringLocalizer<TrailTexts> texts)
{
    /// <summary>The entries, in their order.</summary>
    public async Task<IReadOnlyList<TrailLine>> OfAsync(IReadOnlyList<AuditRecord> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var known = await numbers.OfAsync(entries.Select(entry => AccountOf(entry.ActorId)));
        return
        [
            .. entries.Select(entry => new TrailLine(
                entry.Id, DateTimeOffset.FromUnixTimeMilliseconds(entry.At), texts["Said", WordOf(entry.Act), Who(entry, known)], entry.MemberId, entry.Detail)),
        ];
    }

    /// <summary>What an act is called.</summary>
    public string WordOf(string act) => words[$"AuditAct.{act}"] is { ResourceNotFound: false } known ? known : act;

    private static Guid? AccountOf(string? actor) => Guid.TryParseExact(actor, "D", out var read) ? read : null;

    private string Who(AuditRecord entry, IReadOnlyDictionary<Guid, string> known)
    {
        var actor = words[$"AuditActor.{entry.Actor}"] is { ResourceNotFound: false } word ? word : entry.Actor;
        return entry.ActorId is not { } id ? actor
            : texts["Who", actor, AccountOf(id) is { } account && known.TryGetValue(account, out var digits) && OfficerNumber.TryParse(digits, out var number) ? number.Grouped : id];
    }
}
