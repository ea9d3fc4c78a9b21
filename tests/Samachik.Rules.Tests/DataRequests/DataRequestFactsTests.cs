using Samachik.Rules.DataRequests;

namespace Samachik.Rules.Tests.DataRequests;

/// <summary>Who has it answers it, once.</summary>
public sealed class DataRequestFactsTests
{
    private static readonly Guid One = new("00000000-0000-0000-0000-000000000001"), Other = new("00000000-0000-0000-0000-000000000002");
    private static readonly DataRequestFacts New = new(null, null), Taken = new(One, null), Answered = new(One, DateTimeOffset.UnixEpoch);

    [Fact]
    public void It_is_taken_on_by_anybody_who_has_it_not() => Assert.Equal(
        [DataRequestVerdict.Done, DataRequestVerdict.YoursAlready, DataRequestVerdict.Done, DataRequestVerdict.AnsweredAlready],
        [New.Take(One), Taken.Take(One), Taken.Take(Other), Answered.Take(Other)]);

    [Fact]
    public void It_is_answered_by_who_has_it_and_once() => Assert.Equal(
        [DataRequestVerdict.NotYours, DataRequestVerdict.Done, DataRequestVerdict.NotYours, DataRequestVerdict.AnsweredAlready],
        [New.Answer(One), Taken.Answer(One), Taken.Answer(Other), Answered.Answer(One)]);
}
