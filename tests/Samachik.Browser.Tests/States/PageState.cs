using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.States;

/// <summary>A page in one of its states, and how a reader comes to it.</summary>
public sealed record PageState(string Name, Func<BrowserAndSites, Reader, Task> ReachAsync, SiteKind Site = SiteKind.Shipped)
{
    /// <summary>Every page in every state that a person can bring about.</summary>
    public static IReadOnlyDictionary<string, PageState> All { get; } =
        new[]
        {
            PublicStates.All, SignUpStates.All, CodeStates.All, MemberStates.All, ComingBackStates.All, OfficerStates.All, ApprovalStates.All,
            AccountabilityStates.All, PublishingStates.All, DataRequestStates.All, BusyStates.All,
        }
            .SelectMany(states => states).ToDictionary(state => state.Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
