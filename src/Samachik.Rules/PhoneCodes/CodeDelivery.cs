namespace Samachik.Rules.PhoneCodes;

/// <summary>What a person is told of the SMS that carries their code.</summary>
public enum CodeDelivery
{
    /// <summary>It is being sent, or a gateway took it a moment ago.</summary>
    OnTheWay,

    /// <summary>The phone has it.</summary>
    Delivered,

    /// <summary>It did not reach the phone and will not.</summary>
    Failed,

    /// <summary>It takes longer than it should, or nobody knows where it is.</summary>
    Delayed,
}

/// <summary>Where an SMS stands with us.</summary>
public enum SmsStanding
{
    /// <summary>Saved, or taken by a gateway; nothing went wrong.</summary>
    UnderWay,

    /// <summary>A gateway asked to try again, or its answer was lost.</summary>
    HeldUp,

    /// <summary>No gateway takes it.</summary>
    Refused,
}

/// <summary>What a gateway told of an SMS after it took it.</summary>
public enum SmsWord
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>It waits for the phone.</summary>
    Buffered,

    /// <summary>The phone has it.</summary>
    Delivered,

    /// <summary>It will not reach the phone.</summary>
    Failed,
}

/// <summary>What is known of the SMS that carries a code.</summary>
/// <param name="Standing">Where it stands with us.</param>
/// <param name="Word">What the gateway told of it.</param>
/// <param name="SavedAt">Since when the person waits.</param>
public sealed record CodeSmsFacts(SmsStanding Standing, SmsWord Word, DateTimeOffset SavedAt);

/// <summary>Derives what a person is told of the SMS that carries their code.</summary>
public static class CodeDeliveries
{
    /// <summary>What is told now. A receipt has the last word.</summary>
    /// <param name="sms">What is known of the SMS.</param>
    /// <param name="delayedAfter">How long an SMS of which nothing is told counts as on its way.</param>
    /// <param name="now">The time.</param>
    public static CodeDelivery Of(CodeSmsFacts sms, TimeSpan delayedAfter, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sms);
        return sms.Word switch
        {
            SmsWord.Delivered => CodeDelivery.Delivered,
            SmsWord.Failed => CodeDelivery.Failed,
            SmsWord.Buffered => CodeDelivery.Delayed,
            SmsWord.None => sms.Standing switch
            {
                SmsStanding.Refused => CodeDelivery.Failed,
                SmsStanding.HeldUp => CodeDelivery.Delayed,
                SmsStanding.UnderWay => now - sms.SavedAt < delayedAfter ? CodeDelivery.OnTheWay : CodeDelivery.Delayed,
            },
        };
    }
}
