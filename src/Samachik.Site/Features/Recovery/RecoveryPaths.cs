using Samachik.Rules.Recovery;

namespace Samachik.Site.Features.Recovery;

/// <summary>Where each step stands.</summary>
public static class RecoveryPaths
{
    /// <summary>The first page, told that the recovery before is no more.</summary>
    public const string StartAgain = "/recovery?expired=true";

    /// <summary>The path of a step.</summary>
    public static string Of(RecoveryStep step) => step switch
    {
        RecoveryStep.Code => "/recovery/code",
        RecoveryStep.EmailCode => "/recovery/email-code",
        RecoveryStep.Waiting => "/recovery/waiting",
        RecoveryStep.Officer => "/recovery/officer",
        RecoveryStep.NewPassword => "/recovery/new-password",
        RecoveryStep.Done => "/recovery/done",
    };
}
