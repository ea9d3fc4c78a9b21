using Samachik.Rules.People;

namespace Samachik.Rules.Passwords;

/// <summary>What is known of the person whose password it is. Others know it too, so it makes no password.</summary>
/// <param name="NationalId">Null when not yet given.</param>
/// <param name="Phone">Null when not yet given.</param>
/// <param name="BirthDate">Null when not yet given.</param>
public sealed record PasswordOwner(NationalId? NationalId, ThaiMobileNumber? Phone, ThaiBirthDate? BirthDate)
{
    /// <summary>Tells nothing of the person.</summary>
    public override string ToString() => $"{nameof(PasswordOwner)} (not shown)";
}
