using Samachik.Rules.DataRequests;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>Writes requests about data into rows, their words encrypted, and reads these back.</summary>
public sealed class DataRequestData(FieldCipher cipher)
{
    private const string Words = "data_requests.words", Answer = "data_requests.answer";

    /// <summary>The row of a request.</summary>
    public DataRequestRow Write(
        CaseNumber number, DataRequestKind kind, DataRequestWay way, DataRequestClock clock, Guid? member, byte[] nationalIdHash, ActReason words,
        Guid officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(words);
        var id = Guid.CreateVersion7(now);
        return new DataRequestRow
        {
            Id = id,
            Number = number.Text,
            Kind = kind,
            Way = way,
            MemberId = member,
            NationalIdHash = nationalIdHash,
            ReceivedAt = new ThaiDay(clock.ReceivedOn).Begins,
            DueAt = clock.DueAt,
            OpenedBy = officer,
            OpenedAt = now,
            WordsCipher = cipher.Seal(words.Text, Words, id),
        };
    }

    /// <summary>Writes the answer into it.</summary>
    public void WriteAnswer(DataRequestRow row, DataRequestOutcome outcome, ActReason answer, Guid officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(answer);
        (row.AnsweredBy, row.AnsweredAt, row.Outcome, row.AnswerCipher) = (officer, now, outcome, cipher.Seal(answer.Text, Answer, row.Id));
    }

    /// <summary>What is asked.</summary>
    public string WordsOf(DataRequestRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return cipher.Open(row.WordsCipher, Words, row.Id);
    }

    /// <summary>The answer; null before there is one.</summary>
    public string? AnswerOf(DataRequestRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.AnswerCipher is { } answer ? cipher.Open(answer, Answer, row.Id) : null;
    }
}
