namespace Samachik.Rules.Board.Moderation;

/// <summary>A machine that decides, as it stands in the records.</summary>
/// <param name="Name">A word: "personal-data".</param>
/// <param name="Version">Goes up whenever it could decide otherwise.</param>
public readonly record struct DecidingMachine(string Name, int Version)
{
    /// <summary>The rule that hides a post at the first urgent report of a proven member.</summary>
    public static DecidingMachine AtUrgentReport { get; } = new("urgent-report", 1);
}

/// <summary>Who decided: a moderator, two of the staff, or a machine.</summary>
public sealed record DecidedBy
{
    private DecidedBy(Guid? moderator, Guid? second, DecidingMachine? machine) => (ModeratorId, SecondId, MachineThat) = (moderator, second, machine);

    /// <summary>The moderator; null: a machine.</summary>
    public Guid? ModeratorId { get; }

    /// <summary>The second person, where it took two.</summary>
    public Guid? SecondId { get; }

    /// <summary>The machine; null: people.</summary>
    public DecidingMachine? MachineThat { get; }

    /// <summary>Whether a machine decided alone.</summary>
    public bool IsMachine => MachineThat is not null;

    /// <summary>Whether somebody of the staff had a part in it.</summary>
    public bool Has(Guid officer) => officer == ModeratorId || officer == SecondId;

    internal static DecidedBy Moderator(Guid moderator) => new(moderator, null, null);

    internal static DecidedBy Two(Guid first, Guid second) => new(first, second, null);

    internal static DecidedBy Machine(DecidingMachine machine) => new(null, null, machine);
}
