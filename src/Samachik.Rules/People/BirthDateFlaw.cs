namespace Samachik.Rules.People;

/// <summary>Why a typed birth date was refused. A date may have several.</summary>
public enum BirthDateFlaw
{
    /// <summary>No day was given, nor said not to be on the card.</summary>
    DayMissing,

    /// <summary>No month was given, nor said not to be on the card.</summary>
    MonthMissing,

    /// <summary>No year was given.</summary>
    YearMissing,

    /// <summary>The day holds something other than digits.</summary>
    DayNotANumber,

    /// <summary>The month is not a number from 1 to 12.</summary>
    MonthNotANumber,

    /// <summary>The year is not four digits, or is 0000.</summary>
    YearNotFourDigits,

    /// <summary>The year is one of the Christian Era; see <see cref="ThaiBirthDate.SuggestBuddhistYear"/>.</summary>
    ChristianYear,

    /// <summary>No month has such a day, or the given one has not, in the given year.</summary>
    NoSuchDay,

    /// <summary>January to March B.E. 2483: that year ran from April to December.</summary>
    NotInNineMonthYear,

    /// <summary>It lies after today, whatever the parts that are not known.</summary>
    InTheFuture,

    /// <summary>Below the minimum age on every possible day.</summary>
    TooYoung,

    /// <summary>Above the maximum age on every possible day, or before B.E. 544.</summary>
    TooOld,
}
