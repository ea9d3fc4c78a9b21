namespace Samachik.Rules.Board.Checking;

/// <summary>Who marked a text: kept with each decision, so that precision can be told by version.</summary>
/// <param name="Name">A word for records: "personal-data".</param>
/// <param name="Version">Goes up whenever the detector could answer otherwise.</param>
public readonly record struct Detector(string Name, int Version);

/// <summary>A place in a text as it was typed, and what is wrong there. It holds no letter of the text.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="Length">How many UTF-16 units; at least one.</param>
/// <param name="Verdict">What it alone asks for.</param>
/// <param name="Detector">Who found it.</param>
public sealed record TextMark(MarkKind Kind, int Start, int Length, CheckVerdict Verdict, Detector Detector)
{
    /// <summary>The unit after the last.</summary>
    public int End => Start + Length;

    /// <summary>The conduct rule that it would break (1 to 10), or null where nothing is known to be broken.</summary>
    public int? Rule => Kind switch
    {
        MarkKind.NationalId or MarkKind.Mobile or MarkKind.OwnMobile or MarkKind.Landline or MarkKind.ForeignPhone
            or MarkKind.Email or MarkKind.LineId or MarkKind.BankAccount or MarkKind.VehiclePlate => 9,
        MarkKind.CoarseWord or MarkKind.DoubtfulWord => 2,
        MarkKind.NotLookedThrough => null,
    };
}
