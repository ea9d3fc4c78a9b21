namespace Samachik.Rules.DataRequests;

/// <summary>What became of an act on a request.</summary>
public enum DataRequestVerdict
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was answered already.</summary>
    AnsweredAlready,

    /// <summary>This officer has it already.</summary>
    YoursAlready,

    /// <summary>Only who has taken it on answers it.</summary>
    NotYours,

    /// <summary>Somebody did something with it at the same moment.</summary>
    ChangedMeanwhile,
}

/// <summary>Who has a request, and whether it was answered.</summary>
public sealed record DataRequestFacts(Guid? AssignedTo, DateTimeOffset? AnsweredAt)
{
    /// <summary>Whether somebody may take it on; from another, too, who may be away.</summary>
    public DataRequestVerdict Take(Guid officer) =>
        AnsweredAt is not null ? DataRequestVerdict.AnsweredAlready
        : AssignedTo == officer ? DataRequestVerdict.YoursAlready
        : DataRequestVerdict.Done;

    /// <summary>Whether somebody may answer it.</summary>
    public DataRequestVerdict Answer(Guid officer) =>
        AnsweredAt is not null ? DataRequestVerdict.AnsweredAlready
        : AssignedTo != officer ? DataRequestVerdict.NotYours
        : DataRequestVerdict.Done;
}
