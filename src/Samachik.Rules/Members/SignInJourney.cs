namespace Samachik.Rules.Members;

/// <summary>The facts of one sign-in that decide what stands between the right password and a session.</summary>
/// <param name="PhoneProven">The code by SMS was right, or the browser is known and none was needed.</param>
/// <param name="Frozen">The account waits for a recovery.</param>
/// <param name="Suspended">A suspension holds.</param>
/// <param name="Closing">The member asked to close the account.</param>
/// <param name="OwesAgreement">A document in force was not accepted in this version.</param>
/// <param name="Finished">Its session has begun.</param>
public sealed record SignInJourney(
    bool PhoneProven, bool Frozen, bool Suspended, bool Closing, bool OwesAgreement, bool Finished)
{
    /// <summary>
    /// The one step that the facts allow. The code comes before all else, so that nothing of an account is told to who
    /// has the password alone; then what the member cannot mend here, then what they can.
    /// </summary>
    public SignInStep Step => this switch
    {
        { Finished: true } => SignInStep.Done,
        { PhoneProven: false } => SignInStep.Code,
        { Frozen: true } => SignInStep.Frozen,
        { Suspended: true } => SignInStep.Suspended,
        { Closing: true } => SignInStep.Returning,
        { OwesAgreement: true } => SignInStep.Agreement,
        _ => SignInStep.Open,
    };
}
