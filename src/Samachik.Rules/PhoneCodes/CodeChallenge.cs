using System.Security.Cryptography;

namespace Samachik.Rules.PhoneCodes;

/// <summary>What became of a typed code.</summary>
public enum CodeVerdict
{
    /// <summary>It is a live code of this journey and purpose.</summary>
    Right,

    /// <summary>It is no code of this journey.</summary>
    Wrong,

    /// <summary>It was sent, but its life is over.</summary>
    Expired,

    /// <summary>Too many wrong tries in this journey: all its codes are dead and a new one is needed.</summary>
    TooManyTries,

    /// <summary>Too many wrong tries for this phone within a day.</summary>
    TooManyTriesToday,
}

/// <summary>One code that was sent: its keyed hash and its life. The code itself is nowhere kept.</summary>
/// <param name="Id">Random; goes into the hash, so that a hash fits one challenge only.</param>
/// <param name="Purpose">What the code may be used for.</param>
/// <param name="CodeHash">Keyed hash of purpose, id and code.</param>
/// <param name="Reference">The four letters shown on the page and in the SMS.</param>
/// <param name="SentAt">When it was handed over for sending.</param>
/// <param name="ExpiresAt">From then on it is worth nothing.</param>
/// <param name="IsSpent">Used once, or withdrawn because what it rested on was changed.</param>
public sealed record CodeChallenge(
    Guid Id,
    CodePurpose Purpose,
    ReadOnlyMemory<byte> CodeHash,
    string Reference,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    bool IsSpent)
{
    /// <summary>Whether the code could still be used at <paramref name="now"/>.</summary>
    public bool IsLive(DateTimeOffset now) => !IsSpent && now < ExpiresAt;

    /// <summary>
    /// Compares a typed code with every code sent in the journey, in constant time, whichever matches first.
    /// The try must have been counted before.
    /// </summary>
    /// <param name="sent">All codes of the journey.</param>
    /// <param name="purpose">What the code is to be used for now.</param>
    /// <param name="hashFor">The keyed hash that the typed code would have in a given challenge.</param>
    /// <param name="now">The time of the try.</param>
    public static (CodeVerdict Verdict, CodeChallenge? Matched) Check(
        IEnumerable<CodeChallenge> sent, CodePurpose purpose, Func<CodeChallenge, byte[]> hashFor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(hashFor);
        CodeChallenge? live = null;
        var late = false;
        foreach (var challenge in sent)
        {
            var same = CryptographicOperations.FixedTimeEquals(hashFor(challenge), challenge.CodeHash.Span);
            if (!same || challenge.Purpose != purpose || challenge.IsSpent) continue;
            if (challenge.IsLive(now)) live ??= challenge;
            else late = true;
        }

        return live is not null ? (CodeVerdict.Right, live)
            : (late ? CodeVerdict.Expired : CodeVerdict.Wrong, null);
    }
}
