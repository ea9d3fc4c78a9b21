using Samachik.Rules.Officers;

namespace Samachik.Site.Features.Officers;

/// <summary>What somebody who is invited is shown: who they are here, and the secret for their app. Prints nothing of it.</summary>
public sealed record InvitationView(string Name, OfficerNumber Number, string Secret, AppPicture Picture)
{
    /// <summary>The secret in groups, for typing.</summary>
    public string Spelled => AuthenticatorApp.Spelled(Secret);

    /// <inheritdoc/>
    public override string ToString() => nameof(InvitationView);
}
