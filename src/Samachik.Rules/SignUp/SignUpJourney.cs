namespace Samachik.Rules.SignUp;

/// <summary>How long an unfinished sign-up lives: from the last act, and in all.</summary>
public sealed record SignUpLives(TimeSpan Idle, TimeSpan Whole);

/// <summary>The facts of one sign-up that decide where its person may go.</summary>
/// <param name="StartedAt">When the agreement was first accepted.</param>
/// <param name="LastActAt">The last time anything was done in it.</param>
/// <param name="Agreed">Both documents were accepted.</param>
/// <param name="DetailsGiven">Personal details were given and held good.</param>
/// <param name="FoundRegistered">The phone was proven, and the ID number turned out to have an account.</param>
/// <param name="BecameMember">The phone was proven and the account made.</param>
public sealed record SignUpJourney(
    DateTimeOffset StartedAt,
    DateTimeOffset LastActAt,
    bool Agreed,
    bool DetailsGiven,
    bool FoundRegistered,
    bool BecameMember)
{
    /// <summary>The furthest step that the facts allow.</summary>
    public SignUpStep Furthest => this switch
    {
        { BecameMember: true } => SignUpStep.Done,
        { FoundRegistered: true } => SignUpStep.Registered,
        { Agreed: false } => SignUpStep.Agreement,
        { DetailsGiven: false } => SignUpStep.Details,
        _ => SignUpStep.PhoneCode,
    };

    /// <summary>Whether the person may be at a step: any step already passed, until the journey has ended.</summary>
    public bool Allows(SignUpStep step) => Furthest switch
    {
        SignUpStep.Done => step == SignUpStep.Done,
        SignUpStep.Registered => step == SignUpStep.Registered,
        SignUpStep.Agreement or SignUpStep.Details or SignUpStep.PhoneCode => step <= Furthest,
    };

    /// <summary>Whether the journey is still alive at <paramref name="now"/>.</summary>
    public bool IsAlive(DateTimeOffset now, SignUpLives lives)
    {
        ArgumentNullException.ThrowIfNull(lives);
        return now < EndsAt(lives);
    }

    /// <summary>When the journey dies if nothing more is done.</summary>
    public DateTimeOffset EndsAt(SignUpLives lives)
    {
        ArgumentNullException.ThrowIfNull(lives);
        var idle = LastActAt + lives.Idle;
        var whole = StartedAt + lives.Whole;
        return idle < whole ? idle : whole;
    }
}
