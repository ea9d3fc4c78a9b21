using Samachik.Rules.Members;

namespace Samachik.Rules.Board;

/// <summary>Every number of the board that an office may set. The defaults are the issue's, or chosen where it is silent.</summary>
public sealed record BoardLimits
{
    /// <summary>The least level at which a member posts.</summary>
    public AssuranceLevel LeastLevel { get; init; } = AssuranceLevel.SelfAsserted;

    /// <summary>So many posts of a member have to be approved before one is published unseen.</summary>
    public int FirstPostsThatWait { get; init; } = 3;

    /// <summary>The most posts of one member that wait for a moderator at a time.</summary>
    public int MostWaiting { get; init; } = 13;

    /// <summary>How long the first day is, from the first post.</summary>
    public TimeSpan FirstDay { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Questions on the first day.</summary>
    public int QuestionsOnFirstDay { get; init; } = 3;

    /// <summary>Answers on the first day.</summary>
    public int AnswersOnFirstDay { get; init; } = 10;

    /// <summary>Between two posts of a new member.</summary>
    public TimeSpan NewMemberGap { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Links in a post of a new member.</summary>
    public int NewMemberLinks { get; init; } = 2;

    /// <summary>Between two posts of anybody else.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two posts of a member whom a moderator slowed.</summary>
    public TimeSpan SlowedGap { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Links in a post of anybody else.</summary>
    public int Links { get; init; } = 10;

    /// <summary>Questions of one member within 24 hours.</summary>
    public int QuestionsPerDay { get; init; } = 20;

    /// <summary>Answers of one member within 24 hours.</summary>
    public int AnswersPerDay { get; init; } = 100;

    /// <summary>The very same text is not taken from a member again within this time.</summary>
    public TimeSpan SameTextAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a post may be changed once it can be read.</summary>
    public TimeSpan EditWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a post may be changed at all.</summary>
    public int MostEdits { get; init; } = 10;

    /// <summary>Drafts that one member keeps.</summary>
    public int MostDrafts { get; init; } = 20;

    /// <summary>A draft that was not touched for so long goes.</summary>
    public TimeSpan DraftLife { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Reports of one member within 24 hours.</summary>
    public int ReportsPerDay { get; init; } = 20;

    /// <summary>So many unfounded reports, and a proven member's report hides nothing by itself for a while.</summary>
    public int UnfoundedReports { get; init; } = 3;

    /// <summary>How long an unfounded report is remembered.</summary>
    public TimeSpan UnfoundedFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The clock of the urgent lane.</summary>
    public TimeSpan UrgentClock { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The clock of what nobody but its author can read until a moderator decides.</summary>
    public TimeSpan WaitingClock { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The clock of the normal lane.</summary>
    public TimeSpan NormalClock { get; init; } = TimeSpan.FromHours(72);

    /// <summary>The clock of a take-down request: the notification of B.E. 2565 under the Computer Crime Act gives a provider 24 hours.</summary>
    public TimeSpan TakeDownClock { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Days of Thailand in which a member may appeal, the day of the decision not counted.</summary>
    public int AppealDays { get; init; } = 30;

    /// <summary>The same where the member was not told: a year (Administrative Procedure Act, B.E. 2539, section 40).</summary>
    public int AppealDaysUntold { get; init; } = 365;

    /// <summary>Days of Thailand in which an appeal is decided (the same Act, section 45).</summary>
    public int AppealClockDays { get; init; } = 30;

    /// <summary>Whether a moderator may leave out the notice to the member, with a reason.</summary>
    public bool MayLeaveOutNotice { get; init; }

    /// <summary>The first number that makes no sense, by its name; null: all do.</summary>
    public string? Fault =>
        new (string Name, bool IsWrong)[]
        {
            (nameof(LeastLevel), LeastLevel is not (AssuranceLevel.SelfAsserted or AssuranceLevel.Matched or AssuranceLevel.Proofed)),
            (nameof(FirstPostsThatWait), FirstPostsThatWait < 0), (nameof(MostWaiting), MostWaiting < Math.Max(1, FirstPostsThatWait)),
            (nameof(FirstDay), FirstDay < TimeSpan.Zero),
            (nameof(QuestionsPerDay), QuestionsPerDay < 1), (nameof(AnswersPerDay), AnswersPerDay < 1),
            (nameof(QuestionsOnFirstDay), QuestionsOnFirstDay < 1 || QuestionsOnFirstDay > QuestionsPerDay),
            (nameof(AnswersOnFirstDay), AnswersOnFirstDay < 1 || AnswersOnFirstDay > AnswersPerDay),
            (nameof(Gap), Gap < TimeSpan.Zero), (nameof(NewMemberGap), NewMemberGap < Gap), (nameof(SlowedGap), SlowedGap < Gap),
            (nameof(Links), Links < 0), (nameof(NewMemberLinks), NewMemberLinks < 0 || NewMemberLinks > Links),
            (nameof(SameTextAfter), SameTextAfter < TimeSpan.Zero), (nameof(EditWindow), EditWindow < TimeSpan.Zero),
            (nameof(MostEdits), MostEdits < 0), (nameof(MostDrafts), MostDrafts < 0), (nameof(DraftLife), DraftLife <= TimeSpan.Zero),
            (nameof(ReportsPerDay), ReportsPerDay < 1), (nameof(UnfoundedReports), UnfoundedReports < 1),
            (nameof(UnfoundedFor), UnfoundedFor < TimeSpan.Zero), (nameof(UrgentClock), UrgentClock <= TimeSpan.Zero),
            (nameof(WaitingClock), WaitingClock <= TimeSpan.Zero), (nameof(NormalClock), NormalClock < UrgentClock),
            (nameof(TakeDownClock), TakeDownClock <= TimeSpan.Zero), (nameof(AppealDays), AppealDays < 1),
            (nameof(AppealDaysUntold), AppealDaysUntold < AppealDays), (nameof(AppealClockDays), AppealClockDays < 1),
        }.FirstOrDefault(number => number.IsWrong).Name;
}
