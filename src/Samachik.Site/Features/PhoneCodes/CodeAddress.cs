using Samachik.Rules.People;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>Where a code goes.</summary>
public abstract record CodeAddress
{
    private CodeAddress()
    {
    }

    /// <summary>By SMS.</summary>
    public sealed record Phone(ThaiMobileNumber Number) : CodeAddress;

    /// <summary>By e-mail.</summary>
    public sealed record Mail(EmailAddress Address) : CodeAddress;

    /// <summary>To nobody: the ID number typed has no account. All is done as for anybody, but nothing is sent.</summary>
    public sealed record Nobody : CodeAddress;
}
