using Samachik.Rules.Members;

namespace Samachik.Site.Features.SignIn;

/// <summary>Where each step stands, and where a sign-in leads.</summary>
public static class SignInPaths
{
    /// <summary>The beginning.</summary>
    public const string Start = "/sign-in";

    /// <summary>The beginning, told that the sign-in before is no more.</summary>
    public const string Expired = "/sign-in?expired=true";

    /// <summary>Where members go who asked for no page.</summary>
    public const string Account = "/account";

    // As the column has it.
    private const int LongestReturn = 200;

    /// <summary>The path of a step. What needs no page of its own begins anew, and leads who is signed in on.</summary>
    public static string Of(SignInStep step) => step switch
    {
        SignInStep.Code => "/sign-in/code",
        SignInStep.Frozen => "/sign-in/frozen",
        SignInStep.Suspended => "/sign-in/suspended",
        SignInStep.Returning => "/sign-in/returning",
        SignInStep.Agreement => "/sign-in/agreement",
        SignInStep.Open or SignInStep.Done => Start,
    };

    /// <summary>The page to go to afterwards, of an address that is known to be ours; null: my account.</summary>
    public static string? Afterwards(string known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known == "/" || known.Length > LongestReturn || known.StartsWith(Start, StringComparison.OrdinalIgnoreCase) ? null : known;
    }
}
