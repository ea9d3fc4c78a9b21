namespace Samachik.Rules.Board.Checking;

/// <summary>What a detector found at a place of a text.</summary>
public enum MarkKind
{
    /// <summary>A national ID number.</summary>
    NationalId,

    /// <summary>A mobile number, in Thailand's form or with +66.</summary>
    Mobile,

    /// <summary>The mobile number that is the author's own, on file.</summary>
    OwnMobile,

    /// <summary>A fixed line, in Thailand's form or with +66.</summary>
    Landline,

    /// <summary>A number of another country, with a plus.</summary>
    ForeignPhone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A LINE ID, or a link that adds somebody on LINE.</summary>
    LineId,

    /// <summary>The number of a bank account.</summary>
    BankAccount,

    /// <summary>The plate of a vehicle.</summary>
    VehiclePlate,

    /// <summary>A word that is coarse wherever it stands.</summary>
    CoarseWord,

    /// <summary>A word that is coarse in some places.</summary>
    DoubtfulWord,

    /// <summary>What is left of a text that took more work than a look may; nobody knows what is in it.</summary>
    NotLookedThrough,
}
