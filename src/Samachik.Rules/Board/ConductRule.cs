using Samachik.Rules.People;

namespace Samachik.Rules.Board;

/// <summary>The ten conduct rules that every member accepted, by their numbers (product.md, section 4; Texts/Agreements/conduct).</summary>
public enum ConductRule
{
    /// <summary>Nothing that criticises or alludes to the monarchy.</summary>
    Monarchy = 1,

    /// <summary>Nothing coarse or aggressive beyond the norms of society.</summary>
    Coarseness = 2,

    /// <summary>Nothing obscene.</summary>
    Obscenity = 3,

    /// <summary>No accusation that brings another into contempt without a clear source.</summary>
    Accusation = 4,

    /// <summary>No challenge or incitement meant to start a quarrel or disorder.</summary>
    Incitement = 5,

    /// <summary>No attack on any religion or its teaching.</summary>
    Religion = 6,

    /// <summary>No pseudonym that is another person's real name, meant to mislead.</summary>
    FalseName = 7,

    /// <summary>Nothing that sets schools or parts of society against each other.</summary>
    Division = 8,

    /// <summary>No personal data of others, posted to harass.</summary>
    OthersData = 9,

    /// <summary>Nothing illegal or against good morals.</summary>
    Illegality = 10,
}

/// <summary>The conduct rules as numbers, as members, officers and records name them.</summary>
public static class ConductRules
{
    /// <summary>How many there are; they are numbered from 1.</summary>
    public const int Count = 10;

    /// <summary>The rule of a number, or null.</summary>
    public static ConductRule? Of(int number) => number is >= 1 and <= Count ? (ConductRule)number : null;

    /// <summary>Reads the number of a rule as a form gives it or somebody types it; Thai digits are understood.</summary>
    public static bool TryParse(string? typed, out ConductRule rule)
    {
        var digits = ThaiDigits.ToAscii(typed ?? "").Trim();
        var known = digits.Length is 1 or 2 && digits[0] != '0' && digits.All(char.IsAsciiDigit)
            ? Of(digits.Aggregate(0, (number, digit) => (number * 10) + digit - '0')) : null;
        rule = known ?? default;
        return known is not null;
    }
}
