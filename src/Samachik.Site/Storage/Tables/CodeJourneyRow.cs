using Samachik.Rules.Agreements;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Site.Storage.Tables;

/// <summary>What every journey has that asks for a code: how many were sent, how many tries were wrong.</summary>
public abstract class CodeJourneyRow
{
    /// <summary>Random, 128 bits; the browser holds it protected.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When something was last done in it.</summary>
    public required DateTimeOffset LastActAt { get; set; }

    /// <summary>The network it began in, hashed.</summary>
    public required byte[] Network { get; init; }

    /// <summary>The language of the last act; messages go out in it.</summary>
    public ReadingLanguage Language { get; set; }

    /// <summary>Codes sent in this journey.</summary>
    public int Sends { get; set; }

    /// <summary>When the last code was handed over for sending.</summary>
    public DateTimeOffset? LastSentAt { get; set; }

    /// <summary>The limit that kept the last wanted code from going out.</summary>
    public SendAxis? RefusedBy { get; set; }

    /// <summary>Until when that limit holds.</summary>
    public DateTimeOffset? RefusedUntil { get; set; }

    /// <summary>Tries since the last time all codes died; moved by one statement only, never by a save.</summary>
    public int WrongTries { get; set; }

    /// <summary>Changes with every save, so that two tabs cannot save over one another.</summary>
    public Guid Version { get; set; }

    /// <summary>The codes sent in it.</summary>
    public List<CodeChallengeRow> Challenges { get; init; } = [];
}
