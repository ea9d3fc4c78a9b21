using Samachik.Rules.Board.Moderation;

namespace Samachik.Rules.Board;

/// <summary>How a post stands before its readers. Derived from facts and stored nowhere.</summary>
public enum PostVisibility
{
    /// <summary>Anybody reads it, under its author's alias.</summary>
    Published,

    /// <summary>Anybody reads it; its author closed the account and let it stay.</summary>
    OfFormerMember,

    /// <summary>It waits for a moderator.</summary>
    Waiting,

    /// <summary>It was hidden by a rule.</summary>
    Hidden,

    /// <summary>Its author withdrew it.</summary>
    Withdrawn,

    /// <summary>Its author closed the account and let it go.</summary>
    Gone,

    /// <summary>Its text was erased, as the law asks, by a logged command.</summary>
    Erased,
}

/// <summary>Who wants to read a post.</summary>
public enum PostReader
{
    /// <summary>Anybody, search engines among them.</summary>
    Anybody,

    /// <summary>Its author, signed in.</summary>
    Author,

    /// <summary>Somebody of the staff who may see the queue.</summary>
    Moderator,
}

/// <summary>What a reader sees in the place of a post.</summary>
public enum PostShowing
{
    /// <summary>Its text.</summary>
    Text,

    /// <summary>One line that says that something stood here, and why it is gone.</summary>
    Stub,

    /// <summary>Nothing: for this reader there is no such post.</summary>
    Nothing,
}

/// <summary>What a member chose for their posts when they closed the account.</summary>
public enum FormerPosts
{
    /// <summary>They stay under "former member".</summary>
    Stay,

    /// <summary>They go.</summary>
    Go,
}

/// <summary>Where posts of each visibility are to be found.</summary>
public static class Visibilities
{
    /// <summary>Whether lists, search, feeds and counts have it. All else leaves them at once.</summary>
    public static bool IsListed(this PostVisibility visibility) => visibility is PostVisibility.Published or PostVisibility.OfFormerMember;
}

/// <summary>All that decides who reads a post.</summary>
/// <param name="PublishedAt">When anybody could read it first: set by its route, by an approval, or by what undoes its hiding; null: never yet.</param>
/// <param name="Hiding">By which rule it is hidden; null: it is not. See <see cref="DecisionLog.HidingOf"/>.</param>
/// <param name="WithdrawnAt">When its author withdrew it.</param>
/// <param name="AuthorClosedAt">When its author's account was closed for good.</param>
/// <param name="FormerPosts">What its author chose then.</param>
/// <param name="ErasedAt">When its text was erased.</param>
public sealed record PostFacts(
    DateTimeOffset? PublishedAt, PostHiding? Hiding, DateTimeOffset? WithdrawnAt, DateTimeOffset? AuthorClosedAt, FormerPosts FormerPosts,
    DateTimeOffset? ErasedAt)
{
    /// <summary>
    /// The one state that the facts allow. Hiding outweighs what its author does later, so that nobody withdraws a
    /// post from under a decision.
    /// </summary>
    public PostVisibility Visibility => this switch
    {
        { ErasedAt: not null } => PostVisibility.Erased,
        { Hiding: not null } => PostVisibility.Hidden,
        { WithdrawnAt: not null } => PostVisibility.Withdrawn,
        { AuthorClosedAt: not null, FormerPosts: FormerPosts.Go } => PostVisibility.Gone,
        { PublishedAt: null } => PostVisibility.Waiting,
        { AuthorClosedAt: not null } => PostVisibility.OfFormerMember,
        _ => PostVisibility.Published,
    };

    /// <summary>What somebody sees in its place. Of what nobody ever could read, there is no stub either.</summary>
    public PostShowing ShownTo(PostReader reader) => Visibility switch
    {
        PostVisibility.Published or PostVisibility.OfFormerMember => PostShowing.Text,
        PostVisibility.Waiting => reader == PostReader.Anybody ? PostShowing.Nothing : PostShowing.Text,
        PostVisibility.Hidden => reader == PostReader.Anybody ? Stub : PostShowing.Text,
        PostVisibility.Withdrawn => reader == PostReader.Moderator ? PostShowing.Text : Stub,
        PostVisibility.Gone or PostVisibility.Erased => reader == PostReader.Moderator ? PostShowing.Stub : Stub,
    };

    private PostShowing Stub => PublishedAt is null ? PostShowing.Nothing : PostShowing.Stub;
}
