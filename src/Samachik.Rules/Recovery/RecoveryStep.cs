namespace Samachik.Rules.Recovery;

/// <summary>The places of a recovery. Where a journey stands is derived from its facts and stored nowhere.</summary>
public enum RecoveryStep
{
    /// <summary>The code by SMS.</summary>
    Code,

    /// <summary>The code by e-mail.</summary>
    EmailCode,

    /// <summary>The wait with notices.</summary>
    Waiting,

    /// <summary>Only an officer can help.</summary>
    Officer,

    /// <summary>The new password.</summary>
    NewPassword,

    /// <summary>The end.</summary>
    Done,
}

/// <summary>The facts of one recovery that decide where its person is.</summary>
/// <param name="IsFinished">It set a password.</param>
/// <param name="Route">What is asked beside the code to the phone; null until that code was right.</param>
/// <param name="EmailProven">The code to the e-mail address on file was right.</param>
/// <param name="HasWaited">The phone was proven after a wait that nobody called off, and before its chance was over.</param>
public sealed record RecoveryJourney(bool IsFinished, RecoveryRoute? Route, bool EmailProven, bool HasWaited)
{
    /// <summary>The one step that the facts allow.</summary>
    public RecoveryStep Step => IsFinished ? RecoveryStep.Done : Route is not { } route ? RecoveryStep.Code : route switch
    {
        RecoveryRoute.NewPassword => RecoveryStep.NewPassword,
        RecoveryRoute.EmailCode => EmailProven ? RecoveryStep.NewPassword : RecoveryStep.EmailCode,
        RecoveryRoute.Wait => HasWaited ? RecoveryStep.NewPassword : RecoveryStep.Waiting,
        RecoveryRoute.Officer => RecoveryStep.Officer,
    };
}
