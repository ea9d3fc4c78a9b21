using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.People;

namespace Samachik.Rules.Recovery;

/// <summary>Everything that keeps a request for help from being taken, field by field; null where all is well.</summary>
public sealed record HelpFlaws(NationalIdFlaw? NationalId, MobileNumberFlaw? Phone, HelpNoteFlaw? Note);

/// <summary>What somebody asks an officer for. It proves nothing. Prints nothing of it.</summary>
public sealed record HelpDetails
{
    private HelpDetails(NationalId nationalId, ThaiMobileNumber phone, HelpNote? note) =>
        (NationalId, Phone, Note) = (nationalId, phone, note);

    /// <summary>The ID number that they want to get back to.</summary>
    public NationalId NationalId { get; }

    /// <summary>Where the officer calls back.</summary>
    public ThaiMobileNumber Phone { get; }

    /// <summary>What they wrote; null when nothing.</summary>
    public HelpNote? Note { get; }

    /// <summary>Reads all fields, and tells the flaws of all at once.</summary>
    public static bool TryParse(
        string? nationalId, string? phone, string? note, bool acceptLeadingZero,
        [NotNullWhen(true)] out HelpDetails? details, [NotNullWhen(false)] out HelpFlaws? flaws)
    {
        _ = People.NationalId.TryParse(nationalId, acceptLeadingZero, out var id, out var idFlaw);
        _ = ThaiMobileNumber.TryParse(phone, out var number, out var phoneFlaw);
        _ = HelpNote.TryParse(note, out var text, out var noteFlaw);
        details = id is not null && number is not null && noteFlaw is null ? new(id, number, text) : null;
        flaws = details is null ? new(idFlaw, phoneFlaw, noteFlaw) : null;
        return details is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(HelpDetails);
}
