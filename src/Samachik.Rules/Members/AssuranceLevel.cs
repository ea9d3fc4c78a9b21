namespace Samachik.Rules.Members;

/// <summary>How sure the office is of who a member is. Never shown as more than it is.</summary>
public enum AssuranceLevel
{
    /// <summary>Typed data, phone proven: it says who controls a phone, nothing more.</summary>
    SelfAsserted = 1,

    /// <summary>Typed data equal the office's register of insured persons.</summary>
    Matched = 2,

    /// <summary>An officer with the card in hand, or a national system, saw who it is.</summary>
    Proofed = 3,
}
