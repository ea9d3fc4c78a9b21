using Samachik.Rules.SignUp;

namespace Samachik.Site.Features.SignUp;

/// <summary>Where each step stands.</summary>
public static class SignUpPaths
{
    /// <summary>The path of a step.</summary>
    public static string Of(SignUpStep step) => step switch
    {
        SignUpStep.Agreement => "/sign-up/agreement",
        SignUpStep.Details => "/sign-up/details",
        SignUpStep.PhoneCode => "/sign-up/phone-code",
        SignUpStep.Registered => "/sign-up/registered",
        SignUpStep.Done => "/sign-up/done",
    };
}
