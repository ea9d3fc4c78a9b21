using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>How every value type of the rules stands in a column; the same on both databases.</summary>
public static class RuleTypes
{
    /// <summary>Times are whole milliseconds since 1970 UTC; enums are their names; languages their tags.</summary>
    internal static void Convert(ModelConfigurationBuilder types)
    {
        types.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        types.Properties<ReadingLanguage>().HaveConversion<LanguageConverter>().HaveMaxLength(2);
        types.Properties<AgreementDocument>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<CodePurpose>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<SendAxis>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<MessageKind>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<MessageState>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<SmsRefusal>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<SmsDelivery>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<TallyScope>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<GuardRule>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<GuardAction>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<MemberJourneyKind>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<OfficerRole>().HaveConversion<string>().HaveMaxLength(40);
        types.Properties<ProposalKind>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<ProposalDecision>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<LookReason>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<PersonField>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<FigureKind>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<DataRequestKind>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<DataRequestWay>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<DataRequestOutcome>().HaveConversion<string>().HaveMaxLength(20);
        types.Properties<AuditAct>().HaveConversion<string>().HaveMaxLength(40);
        types.Properties<AuditActor>().HaveConversion<string>().HaveMaxLength(20);
    }

    /// <summary>Columns are named in snake case: what an operator types at the prompt.</summary>
    internal static void NameColumns(ModelBuilder model)
    {
        foreach (var table in model.Model.GetEntityTypes())
            foreach (var column in table.GetProperties())
                column.SetColumnName(SnakeCase(column.Name));
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), column => DateTimeOffset.FromUnixTimeMilliseconds(column));

    internal sealed class LanguageConverter() : ValueConverter<ReadingLanguage, string>(
        language => LanguageTag.Of(language), column => LanguageTag.Read(column));
}
