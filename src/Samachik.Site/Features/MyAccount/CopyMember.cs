using Microsoft.EntityFrameworkCore;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Reads everything that is held about the member, out of every table that has something of theirs.</summary>
public sealed class CopyMember(
    CurrentMember current, MemberData data, DataRequestData requests, MembersDb db, ReadDelivery delivery, SiteSettings settings, TimeProvider time)
{
    /// <summary>Longer trails are cut off; the page of activity has all of it.</summary>
    private const int LongestActivity = 10_000;

    /// <summary>Reads the copy.</summary>
    public async Task<MemberCopy> ReadAsync()
    {
        var member = await current.RequireAsync();
        var acts = await db.AuditEntries.AsNoTracking().Where(row => row.MemberId == member.Id)
            .OrderByDescending(row => row.Id).Take(LongestActivity + 1).ToListAsync();
        return new()
        {
            Schema = new Uri(settings.Office.PublicUrl, $"/account/data/schema.json?version={MemberCopy.CurrentVersion}"),
            Office = settings.Office.Name(Languages.Current),
            WrittenAt = time.GetUtcNow(),
            Account = Account(member),
            Acceptances = [.. (await RowsAsync<AcceptanceRow>(row => row.MemberId == member.Id)).OrderBy(row => row.At)
                .Select(row => new AcceptanceCopy(row.Document, row.Version, row.Digest, row.Language, row.At))],
            Sessions = [.. (await RowsAsync<MemberSessionRow>(row => row.MemberId == member.Id)).OrderBy(row => row.StartedAt)
                .Select(row => new SessionCopy(row.Id, row.Device, row.StartedAt, row.LastSeenAt, row.ProvenAt, row.EndedAt))],
            Browsers = [.. (await RowsAsync<KnownBrowserRow>(row => row.MemberId == member.Id)).OrderBy(row => row.RememberedAt)
                .Select(row => new BrowserCopy(row.Id, row.Device, row.RememberedAt, row.LastUsedAt, row.ExpiresAt))],
            PendingPhoneChange = (await RowsAsync<PendingPhoneChangeRow>(row => row.MemberId == member.Id)).Select(Pending).SingleOrDefault(),
            RecoveryWait = (await RowsAsync<RecoveryWaitRow>(row => row.MemberId == member.Id))
                .Select(row => new RecoveryWaitCopy(row.AskedAt, row.ReadyAt, row.EndsAt)).SingleOrDefault(),
            Notices = [.. (await RowsAsync<DisavowalRow>(row => row.MemberId == member.Id)).OrderBy(row => row.At).Select(Notice)],
            Journeys = await JourneysAsync(member),
            HelpRequests = [.. (await RowsAsync<HelpRequestRow>(row => row.NationalIdHash == member.NationalIdHash)).OrderBy(row => row.AskedAt)
                .Select(row => new HelpRequestCopy(row.CaseNumber, row.AskedAt, row.Language))],
            DataRequests = [.. (await RowsAsync<DataRequestRow>(row => row.MemberId == member.Id)).OrderBy(row => row.OpenedAt).Select(Request)],
            Activity = [.. acts.Take(LongestActivity)
                .Select(row => new ActivityCopy(row.Id, row.At, row.Act, row.Actor, row.SessionId, row.Detail))],
            ActivityIsWhole = acts.Count <= LongestActivity,
        };
    }

    private Task<List<TRow>> RowsAsync<TRow>(System.Linq.Expressions.Expression<Func<TRow, bool>> theirs)
        where TRow : class => db.Set<TRow>().AsNoTracking().Where(theirs).ToListAsync();

    private AccountCopy Account(MemberRow member)
    {
        var known = data.Read(member);
        return new(
            member.Id, member.CreatedAt, member.Level, member.Language, known.NationalId.Digits, known.Phone.E164, member.PhoneProvenAt,
            known.Email?.Text, member.EmailProvenAt, known.FirstName, known.LastName, known.BirthDate.Canonical,
            member.PasswordChangedAt, member.RecoveredAt, member.FrozenAt, member.SuspendedAt, member.SuspendedUntil,
            member.SuspensionRule, member.ClosingAt, member.ClosedAt);
    }

    private PendingPhoneCopy Pending(PendingPhoneChangeRow row) =>
        new(data.OpenPhone(row.PhoneCipher, PendingPhone.Column, row.MemberId).E164, row.ProvenAt, row.TakesEffectAt);

    private NoticeCopy Notice(DisavowalRow row) => new(
        row.Act, row.At, row.ExpiresAt, row.UsedAt,
        row.PreviousPhoneCipher is { } phone ? data.OpenPhone(phone, "disavowals.previous_phone", row.Id).E164 : null,
        row.PreviousEmailCipher is { } email ? data.OpenEmail(email, "disavowals.previous_email", row.Id).Text : null);

    private DataRequestCopy Request(DataRequestRow row) => new(
        row.Number, row.Kind, row.Way, row.ReceivedAt, row.DueAt, row.OpenedAt, row.AssignedAt, row.AnsweredAt, row.Outcome, requests.AnswerOf(row));

    private async Task<IReadOnlyList<JourneyCopy>> JourneysAsync(MemberRow member)
    {
        var rows = await db.MemberJourneys.AsNoTracking().Include(row => row.Challenges).Where(row => row.MemberId == member.Id).ToListAsync();
        var told = await delivery.OfAllAsync([.. rows.SelectMany(row => row.Challenges).Select(code => code.Id)]);
        return [.. rows.OrderBy(row => row.StartedAt).Select(row => Journey(row, told))];
    }

    private JourneyCopy Journey(MemberJourneyRow row, IReadOnlyDictionary<Guid, DeliveryTold> told) => new(
        row.Kind, row.StartedAt, row.LastActAt, row.FinishedAt, row.Language, AddressOf(row), row.ReturnUrl, row.PhoneProvenAt,
        row.EmailProvenAt, row.RemembersBrowser, row.SessionId, row.Sends, row.LastSentAt, row.RefusedBy, row.RefusedUntil, row.WrongTries,
        [.. row.Challenges.OrderBy(code => code.SentAt).Select(code => new CodeCopy(
            code.Purpose, code.Reference, code.SentAt, code.ExpiresAt, code.UsedAt, code.WithdrawnAt,
            told.GetValueOrDefault(code.Id)?.State, told.GetValueOrDefault(code.Id)?.DeliveredAt))]);

    private string? AddressOf(MemberJourneyRow row) => row.AddressCipher is not { } address ? null : row.Kind switch
    {
        MemberJourneyKind.PhoneChange => data.OpenPhone(address, ProveAddress.Column, row.Id).E164,
        MemberJourneyKind.EmailChange => data.OpenEmail(address, ProveAddress.Column, row.Id).Text,
        // They use what is on file.
        MemberJourneyKind.SignIn or MemberJourneyKind.Recovery => null,
    };
}
