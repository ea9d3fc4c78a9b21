using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>A request in a list, and who has it.</summary>
public sealed record ListedRequest(DataRequestRow Row, string? Officer, int DaysLeft);

/// <summary>A request as the page of it shows it, its person masked.</summary>
public sealed record RequestView
{
    /// <summary>The request.</summary>
    public required DataRequestRow Row { get; init; }

    /// <summary>What is asked.</summary>
    public required string Words { get; init; }

    /// <summary>The answer; null before there is one.</summary>
    public string? Answer { get; init; }

    /// <summary>The member, masked; null when there is no account.</summary>
    public FoundPerson? Person { get; init; }

    /// <summary>The person's case file.</summary>
    public required IReadOnlyList<CaseLine> Lines { get; init; }

    /// <summary>Staff numbers of who did something with it.</summary>
    public required IReadOnlyDictionary<Guid, string> Numbers { get; init; }

    /// <summary>How many days are left.</summary>
    public required int DaysLeft { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(RequestView);
}

/// <summary>Reads requests about data. Whoever opens one looks at a person: that is recorded as every look is.</summary>
public sealed class ReadDataRequests(
    MembersDb db, DataRequestData data, FoundPeople found, CaseFile file, LookAtPerson look, StaffNumbers numbers, TimeProvider time)
{
    private const int Most = 500;

    /// <summary>Those that wait for an answer, the most urgent first.</summary>
    public async Task<IReadOnlyList<ListedRequest>> OpenOnesAsync() =>
        await ListAsync(db.DataRequests.AsNoTracking().Where(row => row.AnsweredAt == null).OrderBy(row => row.DueAt).ThenBy(row => row.Id));

    /// <summary>Those of an ID number, newest first.</summary>
    public async Task<IReadOnlyList<ListedRequest>> OfAsync(byte[] nationalIdHash) =>
        await ListAsync(db.DataRequests.AsNoTracking().Where(row => row.NationalIdHash == nationalIdHash).OrderByDescending(row => row.Id));

    /// <summary>One; null when there is none such.</summary>
    public async Task<RequestView?> FindAsync(Guid id)
    {
        if (await db.DataRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } row) return null;
        if (row.MemberId is { } member && await look.FindAsync(member) is null) await look.BeginAsync(member, LookReason.Case);
        var person = await db.Members.AsNoTracking().SingleOrDefaultAsync(known => known.Id == row.MemberId);
        return new RequestView
        {
            Row = row,
            Words = data.WordsOf(row),
            Answer = data.AnswerOf(row),
            Person = person is null ? null : found.Of(person),
            Lines = await file.ReadAsync(row.NationalIdHash),
            Numbers = await numbers.OfAsync([row.OpenedBy, row.AssignedTo, row.AnsweredBy]),
            DaysLeft = row.Clock().DaysLeft(time.GetUtcNow()),
        };
    }

    private async Task<IReadOnlyList<ListedRequest>> ListAsync(IQueryable<DataRequestRow> requests)
    {
        var rows = await requests.Take(Most).ToListAsync();
        var known = await numbers.OfAsync(rows.Select(row => row.AssignedTo));
        var now = time.GetUtcNow();
        return [.. rows.Select(row => new ListedRequest(
            row, row.AssignedTo is { } officer ? known.GetValueOrDefault(officer) : null, row.Clock().DaysLeft(now)))];
    }
}
