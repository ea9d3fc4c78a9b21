using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>What a proposal is about, beside its kind. Prints nothing of it.</summary>
/// <param name="Phone">The person's phone from now on.</param>
/// <param name="Code">The one-time code.</param>
/// <param name="Card">The card that was seen.</param>
/// <param name="Rule">The conduct rule of a suspension.</param>
public sealed record ProposalFacts(ThaiMobileNumber? Phone = null, RecoveryCode? Code = null, CardEvidence? Card = null, int? Rule = null)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ProposalFacts);
}

/// <summary>Writes proposals into rows, encrypted and hashed, and reads them back.</summary>
public sealed class ProposalData(FieldCipher cipher, LookupHash lookup)
{
    private const string Reason = "proposals.reason", Phone = "proposals.phone", Code = "proposals.code", Card = "proposals.card";

    /// <summary>The row of a proposal.</summary>
    public ProposalRow Write(
        ProposalKind kind, PersonInHand person, MemberRow member, ProposalFacts facts, ActReason reason, Guid officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(reason);
        var id = Guid.CreateVersion7(now);
        return new ProposalRow
        {
            Id = id,
            Kind = kind,
            MemberId = member.Id,
            NationalIdHash = person.NationalIdHash,
            ProposedBy = officer,
            ProposedAt = now,
            LapsesAt = now + Proposal.Life,
            ReasonCipher = cipher.Seal(reason.Text, Reason, id),
            PhoneCipher = facts.Phone is { } phone ? cipher.Seal(phone.E164, Phone, id) : null,
            PhoneHash = facts.Phone is { } hashed ? lookup.Of(hashed) : null,
            CodeCipher = facts.Code is { } code ? cipher.Seal(code.Digits, Code, id) : null,
            CardCipher = facts.Card is { } card ? cipher.Seal(card.Canonical, Card, id) : null,
            Rule = facts.Rule,
        };
    }

    /// <summary>What it is about.</summary>
    public ProposalFacts Read(ProposalRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.PhoneCipher is { } phone ? PersonalData.StoredPhone(cipher.Open(phone, Phone, row.Id)) : null,
            CodeOf(row),
            row.CardCipher is { } card ? CardEvidence.FromCanonical(cipher.Open(card, Card, row.Id)) : null,
            row.Rule);
    }

    /// <summary>Why it was proposed.</summary>
    public string ReasonOf(ProposalRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return cipher.Open(row.ReasonCipher, Reason, row.Id);
    }

    private RecoveryCode? CodeOf(ProposalRow row)
    {
        if (row.CodeCipher is not { } sealedCode) return null;
        return RecoveryCode.TryParse(cipher.Open(sealedCode, Code, row.Id), out var code, out _)
            ? code : throw new InvalidOperationException("A stored code does not read.");
    }
}
