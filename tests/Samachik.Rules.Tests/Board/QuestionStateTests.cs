using System.Reflection;
using Samachik.Rules.Board;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board;

/// <summary>What counts as an answer, and whose it is.</summary>
public sealed class QuestionStateTests
{
    private static readonly Guid Asker = Id(9);
    private static readonly AnswerBy Office = AnswerBy.Office(OfficeBadge.Of("สำนักงานประกันสังคม", Moderator, Now));

    [Theory]
    [InlineData(0, 0, QuestionState.Unanswered)]
    [InlineData(1, 0, QuestionState.AnsweredByMember)]
    [InlineData(99, 0, QuestionState.AnsweredByMember)]
    [InlineData(0, 1, QuestionState.AnsweredByOffice)]
    [InlineData(99, 1, QuestionState.AnsweredByOffice)]
    public void The_office_outweighs_members(int members, int office, QuestionState state) =>
        Assert.Equal(state, new QuestionAnswers(members, office).State);

    [Fact]
    public void Only_answers_that_anybody_reads_count() => Assert.All(Enum.GetValues<PostVisibility>(), visibility =>
    {
        var isRead = visibility is PostVisibility.Published or PostVisibility.OfFormerMember;
        Assert.Equal(isRead, visibility.IsListed());
        Assert.Equal(new(isRead ? 1 : 0, 0), QuestionAnswers.Of(Asker, [(AnswerBy.Member(Member), visibility)]));
        Assert.Equal(new(0, isRead ? 1 : 0), QuestionAnswers.Of(Asker, [(Office, visibility)]));
    });

    [Fact]
    public void Who_asked_answers_nobody()
    {
        var answers = QuestionAnswers.Of(Asker, [(AnswerBy.Member(Asker), PostVisibility.Published), (AnswerBy.Member(Asker), PostVisibility.Published)]);
        Assert.Equal(QuestionState.Unanswered, answers.State);
        Assert.Equal(QuestionState.AnsweredByMember, QuestionAnswers.Of(null, [(AnswerBy.Member(Asker), PostVisibility.Published)]).State);
    }

    [Fact]
    public void Answers_are_counted_by_whose_they_are() => Assert.Equal(new(2, 1), QuestionAnswers.Of(
        Asker,
        [
            (AnswerBy.Member(Member), PostVisibility.Published), (AnswerBy.Member(OtherMember), PostVisibility.OfFormerMember),
            (AnswerBy.Member(Asker), PostVisibility.Published), (Office, PostVisibility.Published), (Office, PostVisibility.Hidden),
        ]));

    [Fact]
    public void A_badge_is_an_officers_and_a_members_answer_has_none()
    {
        Assert.Null(AnswerBy.Member(Member).Badge);
        Assert.Null(Office.MemberId);
        Assert.Equal(("สำนักงานประกันสังคม", Moderator, Now), (Office.Badge?.Office, Office.Badge?.Officer, Office.Badge?.At));
        Assert.Throws<ArgumentException>(() => OfficeBadge.Of(" ", Moderator, Now));
        Assert.Throws<ArgumentException>(() => OfficeBadge.Of("สำนักงาน", Guid.Empty, Now));
    }

    [Fact]
    public void There_is_no_other_way_to_a_badge()
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        foreach (var type in (Type[])[typeof(OfficeBadge), typeof(AnswerBy)])
        {
            Assert.Empty(type.GetConstructors());
            Assert.All(type.GetProperties(), property => Assert.Null(property.GetSetMethod()));
        }

        Assert.Equal(["Of"], typeof(OfficeBadge).GetMethods(Public).Where(method => method.IsStatic && method.ReturnType == typeof(OfficeBadge)).Select(method => method.Name));
        Assert.Equal(
            ["Guid", "OfficeBadge"],
            typeof(AnswerBy).GetMethods(Public).Where(method => method.IsStatic && method.ReturnType == typeof(AnswerBy))
                .Select(method => method.GetParameters().Single().ParameterType.Name).Order());
    }
}
