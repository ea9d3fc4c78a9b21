using System.Security.Cryptography;
using Samachik.Rules.Audit;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Officers;
using Samachik.Rules.Recovery;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>Takes a person's request about their data down. A member is told its number and by when it is answered.</summary>
public sealed class OpenDataRequest(MembersDb db, DataRequestData data, CaseFile file, TellDataRequest tell, CurrentOfficer current, TimeProvider time)
{
    /// <summary>Opens one; there is one of a kind at a time for a person.</summary>
    public async Task<HelpVerdict> OpenAsync(PersonInHand person, DataRequestKind kind, DataRequestWay way, DataRequestClock clock, ActReason words)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        var number = CaseNumber.Draw(RandomNumberGenerator.GetInt32);
        var row = data.Write(number, kind, way, clock, person.Member?.Id, person.NationalIdHash, words, current.Id, now);
        db.DataRequests.Add(row);
        file.Add(AuditAct.DataRequestOpened, person.Member?.Id, person.NationalIdHash, words, now, $"{number} {kind}");
        if (person.Member is { } member) tell.Add(member, row, now);
        var verdict = await db.SaveActAsync();
        if (verdict == SaveVerdict.Saved) tell.Wake();
        return verdict switch
        {
            SaveVerdict.Saved => HelpVerdict.Done,
            SaveVerdict.AlreadyThere => HelpVerdict.NotNow,
            SaveVerdict.ChangedMeanwhile or SaveVerdict.NationalIdTaken => HelpVerdict.ChangedMeanwhile,
        };
    }
}
