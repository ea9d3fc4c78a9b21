namespace Samachik.Rules.Board;

/// <summary>Whether somebody answered a question. Derived from its answers and stored nowhere.</summary>
public enum QuestionState
{
    /// <summary>Nobody has, but perhaps who asked.</summary>
    Unanswered,

    /// <summary>Another member has.</summary>
    AnsweredByMember,

    /// <summary>The office has.</summary>
    AnsweredByOffice,
}

/// <summary>The answers that anybody can read, counted.</summary>
/// <param name="ByMembers">Of other members than who asked.</param>
/// <param name="ByOffice">With the office's badge.</param>
public sealed record QuestionAnswers(int ByMembers, int ByOffice)
{
    /// <summary>The state of the question.</summary>
    public QuestionState State => this switch
    {
        { ByOffice: > 0 } => QuestionState.AnsweredByOffice,
        { ByMembers: > 0 } => QuestionState.AnsweredByMember,
        _ => QuestionState.Unanswered,
    };

    /// <summary>Counts answers; hidden, waiting and withdrawn ones do not count, nor what who asked adds to the question.</summary>
    public static QuestionAnswers Of(Guid? asker, IEnumerable<(AnswerBy By, PostVisibility Visibility)> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var (byMembers, byOffice) = (0, 0);
        foreach (var (by, visibility) in answers.Where(answer => answer.Visibility.IsListed()))
        {
            if (by.Badge is not null) byOffice++;
            else if (by.MemberId != asker) byMembers++;
        }

        return new(byMembers, byOffice);
    }
}
