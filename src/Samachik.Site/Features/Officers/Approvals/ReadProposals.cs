using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>A proposal that waits, as an officer sees it. Prints nothing of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Facts">What it is about; the code for who proposed it alone, and only for as long as a look lasts.</param>
/// <param name="Reason">Why.</param>
/// <param name="Officer">The staff number of who proposed it.</param>
/// <param name="Name">The person's name, masked.</param>
/// <param name="Verdict">Whether this officer may decide.</param>
public sealed record ShownProposal(ProposalRow Row, ProposalFacts Facts, string Reason, string Officer, string Name, DecideVerdict Verdict)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownProposal);
}

/// <summary>Reads the proposals that wait.</summary>
public sealed class ReadProposals(
    MembersDb db, ProposalData data, MemberData members, CurrentOfficer current, SiteSettings settings, TimeProvider time)
{
    private const int Most = 100;

    /// <summary>All that this officer may approve or has proposed, the oldest first.</summary>
    public Task<IReadOnlyList<ShownProposal>> AllAsync() => ReadAsync(db.Proposals);

    /// <summary>Those about one account.</summary>
    public Task<IReadOnlyList<ShownProposal>> OfAsync(Guid member) => ReadAsync(db.Proposals.Where(row => row.MemberId == member));

    private async Task<IReadOnlyList<ShownProposal>> ReadAsync(IQueryable<ProposalRow> proposals)
    {
        var now = time.GetUtcNow();
        ProposalKind[] kinds = [.. Enum.GetValues<ProposalKind>().Where(kind => current.May(ProposalPermissions.ToApprove(kind)))];
        var rows = await (from row in proposals.AsNoTracking()
                          join member in db.Members.AsNoTracking() on row.MemberId equals member.Id
                          join officer in db.Officers.AsNoTracking() on row.ProposedBy equals officer.Id
                          where row.Decision == null && row.LapsesAt > now && (row.ProposedBy == current.Id || kinds.Contains(row.Kind))
                          orderby row.Id
                          select new { row, member, officer.Number }).Take(Most).ToListAsync();
        return [.. rows.Select(found => Show(found.row, found.member, found.Number, now))];
    }

    private ShownProposal Show(ProposalRow row, MemberRow member, string number, DateTimeOffset now)
    {
        var (facts, details) = (data.Read(row), members.Read(member));
        var maySeeCode = row.ProposedBy == current.Id && now < row.ProposedAt + settings.Officers.LookLife;
        return new(
            row, maySeeCode ? facts : facts with { Code = null }, data.ReasonOf(row), number, MaskedName.Of(details.FirstName, details.LastName),
            row.Facts.CheckDecider(current.Id, current.Role, now));
    }
}
