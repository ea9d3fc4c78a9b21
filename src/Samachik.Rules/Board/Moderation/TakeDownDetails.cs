using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Moderation;

/// <summary>On what ground somebody asks for the removal of a post.</summary>
public enum TakeDownGround
{
    /// <summary>It shows personal data.</summary>
    PersonalData,

    /// <summary>It accuses or insults somebody.</summary>
    Defamation,

    /// <summary>It is an offence under the Computer Crime Act, B.E. 2550, section 14.</summary>
    ComputerCrime,

    /// <summary>A court or an authority orders it.</summary>
    Order,

    /// <summary>It infringes copyright.</summary>
    Copyright,

    /// <summary>Another law.</summary>
    OtherLaw,
}

/// <summary>Which conduct rule each ground comes under.</summary>
public static class TakeDownGrounds
{
    /// <summary>The rule of a ground.</summary>
    public static ConductRule RuleOf(TakeDownGround ground) => ground switch
    {
        TakeDownGround.PersonalData => ConductRule.OthersData,
        TakeDownGround.Defamation => ConductRule.Accusation,
        TakeDownGround.ComputerCrime or TakeDownGround.Order or TakeDownGround.Copyright or TakeDownGround.OtherLaw => ConductRule.Illegality,
    };
}

/// <summary>What somebody fills in to ask for a removal.</summary>
/// <param name="Asker">Who asks: a person, a firm or an authority.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Phone">Their phone.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Why">What is wrong with the post.</param>
public sealed record TakeDownTyped(string? Asker, string? Email, string? Phone, TakeDownGround? Ground, string? Why)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(TakeDownTyped);
}

/// <summary>Everything that keeps a request from being taken, field by field; null or false where all is well.</summary>
/// <param name="Asker">Of the name.</param>
/// <param name="Email">Of the e-mail address.</param>
/// <param name="Phone">Of the phone.</param>
/// <param name="NoContact">There is neither of the two: nobody could be answered.</param>
/// <param name="NoGround">No ground is chosen.</param>
/// <param name="Why">Of the explanation.</param>
public sealed record TakeDownFlaws(
    BoardTextFlaw? Asker, EmailAddressFlaw? Email, MobileNumberFlaw? Phone, bool NoContact, bool NoGround, BoardTextFlaw? Why);

/// <summary>Who asks for a removal, and why. Prints nothing of it.</summary>
public sealed record TakeDownDetails
{
    /// <summary>The fewest letters of a name.</summary>
    public const int MinAskerLetters = 2;

    /// <summary>The most characters of a name: names of authorities are long.</summary>
    public const int MaxAskerLength = 200;

    private TakeDownDetails(string asker, EmailAddress? email, ThaiMobileNumber? phone, TakeDownGround ground, CaseText why) =>
        (Asker, Email, Phone, Ground, Why) = (asker, email, phone, ground, why);

    /// <summary>Who asks: a person, a firm or an authority.</summary>
    public string Asker { get; }

    /// <summary>Where they are answered; null when they gave a phone alone.</summary>
    public EmailAddress? Email { get; }

    /// <summary>Where they are called; null when they gave an e-mail address alone.</summary>
    public ThaiMobileNumber? Phone { get; }

    /// <summary>On what ground.</summary>
    public TakeDownGround Ground { get; }

    /// <summary>What is wrong with the post.</summary>
    public CaseText Why { get; }

    /// <summary>Reads all fields, and tells the flaws of all at once.</summary>
    public static bool TryParse(TakeDownTyped typed, [NotNullWhen(true)] out TakeDownDetails? details, [NotNullWhen(false)] out TakeDownFlaws? flaws)
    {
        ArgumentNullException.ThrowIfNull(typed);
        (EmailAddress? email, EmailAddressFlaw? emailFlaw, ThaiMobileNumber? phone, MobileNumberFlaw? phoneFlaw) = (null, null, null, null);
        var (hasEmail, hasPhone) = (!string.IsNullOrWhiteSpace(typed.Email), !string.IsNullOrWhiteSpace(typed.Phone));
        if (hasEmail) _ = EmailAddress.TryParse(typed.Email, out email, out emailFlaw);
        if (hasPhone) _ = ThaiMobileNumber.TryParse(typed.Phone, out phone, out phoneFlaw);
        var asker = BoardText.ReadLine(typed.Asker, MinAskerLetters, MaxAskerLength, out var askerFlaw);
        _ = CaseText.TryParse(typed.Why, out var why, out var whyFlaw);
        var canAnswer = (email ?? (object?)phone) is not null && emailFlaw is null && phoneFlaw is null;
        details = asker is not null && canAnswer && typed.Ground is { } ground && why is not null ? new(asker, email, phone, ground, why) : null;
        flaws = details is null ? new(askerFlaw, emailFlaw, phoneFlaw, !hasEmail && !hasPhone, typed.Ground is null, whyFlaw) : null;
        return details is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(TakeDownDetails);
}
