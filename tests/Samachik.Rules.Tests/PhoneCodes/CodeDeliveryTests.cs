using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.PhoneCodes;

/// <summary>What a person is told of the SMS that carries their code.</summary>
public sealed class CodeDeliveryTests
{
    private static readonly DateTimeOffset Saved = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(SmsStanding.UnderWay, SmsWord.None, 0, CodeDelivery.OnTheWay)]
    [InlineData(SmsStanding.UnderWay, SmsWord.None, 59, CodeDelivery.OnTheWay)]
    [InlineData(SmsStanding.UnderWay, SmsWord.None, 60, CodeDelivery.Delayed)]
    [InlineData(SmsStanding.HeldUp, SmsWord.None, 0, CodeDelivery.Delayed)]
    [InlineData(SmsStanding.Refused, SmsWord.None, 0, CodeDelivery.Failed)]
    [InlineData(SmsStanding.UnderWay, SmsWord.Buffered, 0, CodeDelivery.Delayed)]
    [InlineData(SmsStanding.UnderWay, SmsWord.Delivered, 200, CodeDelivery.Delivered)]
    [InlineData(SmsStanding.UnderWay, SmsWord.Failed, 0, CodeDelivery.Failed)]
    [InlineData(SmsStanding.HeldUp, SmsWord.Delivered, 0, CodeDelivery.Delivered)]
    [InlineData(SmsStanding.HeldUp, SmsWord.Failed, 0, CodeDelivery.Failed)]
    public void It_is_told_as_it_is(SmsStanding standing, SmsWord word, int seconds, CodeDelivery told) =>
        Assert.Equal(told, CodeDeliveries.Of(new(standing, word, Saved), Minute, Saved.AddSeconds(seconds)));

    [Fact]
    public void Nothing_but_a_receipt_makes_it_delivered()
    {
        foreach (var standing in Enum.GetValues<SmsStanding>())
            foreach (var word in Enum.GetValues<SmsWord>())
                Assert.Equal(
                    word == SmsWord.Delivered,
                    CodeDeliveries.Of(new(standing, word, Saved), Minute, Saved) == CodeDelivery.Delivered);
    }
}
