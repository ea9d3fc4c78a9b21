using System.Reflection;
using Samachik.Rules.Board;
using Samachik.Rules.Members;

namespace Samachik.Rules.Tests.Board;

public sealed class BoardLimitsTests
{
    private static readonly PropertyInfo[] Numbers =
        [.. typeof(BoardLimits).GetProperties().Where(property => property.PropertyType == typeof(int) || property.PropertyType == typeof(TimeSpan))];

    [Fact]
    public void The_defaults_make_sense_and_are_those_of_the_issue()
    {
        var limits = new BoardLimits();
        Assert.Null(limits.Fault);
        Assert.Equal((3, 3, 10, 2), (limits.FirstPostsThatWait, limits.QuestionsOnFirstDay, limits.AnswersOnFirstDay, limits.NewMemberLinks));
        Assert.Equal(
            (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(30), TimeSpan.FromHours(24), TimeSpan.FromHours(24)),
            (limits.NewMemberGap, limits.EditWindow, limits.UrgentClock, limits.TakeDownClock));
        Assert.Equal((20, 30, 30), (limits.ReportsPerDay, limits.AppealDays, limits.AppealClockDays));
        Assert.False(limits.MayLeaveOutNotice);
    }

    [Fact]
    public void Each_number_that_makes_no_sense_is_named()
    {
        Assert.True(Numbers.Length > 20);
        Assert.All(Numbers, property =>
        {
            var limits = new BoardLimits();
            property.SetValue(limits, property.PropertyType == typeof(int) ? -1 : TimeSpan.FromTicks(-1));
            Assert.Equal(property.Name, limits.Fault);
        });
        Assert.Equal(nameof(BoardLimits.LeastLevel), new BoardLimits { LeastLevel = 0 }.Fault);
        Assert.Equal(nameof(BoardLimits.LeastLevel), new BoardLimits { LeastLevel = (AssuranceLevel)4 }.Fault);
    }

    [Fact]
    public void Numbers_that_do_not_fit_one_another_are_named()
    {
        Assert.Equal(nameof(BoardLimits.MostWaiting), new BoardLimits { MostWaiting = 2 }.Fault);
        Assert.Equal(nameof(BoardLimits.QuestionsOnFirstDay), new BoardLimits { QuestionsPerDay = 2 }.Fault);
        Assert.Equal(nameof(BoardLimits.AnswersOnFirstDay), new BoardLimits { AnswersPerDay = 9 }.Fault);
        Assert.Equal(nameof(BoardLimits.NewMemberGap), new BoardLimits { Gap = TimeSpan.FromMinutes(3) }.Fault);
        Assert.Equal(nameof(BoardLimits.NewMemberLinks), new BoardLimits { Links = 1 }.Fault);
        Assert.Equal(nameof(BoardLimits.SlowedGap), new BoardLimits { SlowedGap = TimeSpan.FromSeconds(14) }.Fault);
        Assert.Equal(nameof(BoardLimits.NormalClock), new BoardLimits { NormalClock = TimeSpan.FromHours(23) }.Fault);
        Assert.Equal(nameof(BoardLimits.AppealDaysUntold), new BoardLimits { AppealDaysUntold = 29 }.Fault);
    }
}
