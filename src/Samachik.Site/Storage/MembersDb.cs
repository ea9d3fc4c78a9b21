using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>The one model. What differs between the databases stands in <c>Sqlite/</c> and <c>Postgres/</c>.</summary>
public abstract class MembersDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Accounts.</summary>
    public DbSet<MemberRow> Members => Set<MemberRow>();

    /// <summary>Which documents each member accepted.</summary>
    public DbSet<AcceptanceRow> Acceptances => Set<AcceptanceRow>();

    /// <summary>Sessions of members.</summary>
    public DbSet<MemberSessionRow> MemberSessions => Set<MemberSessionRow>();

    /// <summary>Sign-ups under way.</summary>
    public DbSet<SignUpJourneyRow> SignUpJourneys => Set<SignUpJourneyRow>();

    /// <summary>Codes sent.</summary>
    public DbSet<CodeChallengeRow> CodeChallenges => Set<CodeChallengeRow>();

    /// <summary>SMS on their way.</summary>
    public DbSet<OutgoingMessageRow> OutgoingMessages => Set<OutgoingMessageRow>();

    /// <summary>Counters of the limits.</summary>
    public DbSet<SendCounterRow> SendCounters => Set<SendCounterRow>();

    /// <summary>Operators' switches of the gateways.</summary>
    public DbSet<GatewaySwitchRow> GatewaySwitches => Set<GatewaySwitchRow>();

    /// <summary>Codes to unproven numbers, by five minutes.</summary>
    public DbSet<SendTallyRow> SendTallies => Set<SendTallyRow>();

    /// <summary>What the guard of sending decided.</summary>
    public DbSet<GuardDecisionRow> GuardDecisions => Set<GuardDecisionRow>();

    /// <summary>Numbers that get no more SMS.</summary>
    public DbSet<StoppedNumberRow> StoppedNumbers => Set<StoppedNumberRow>();

    /// <summary>The office's register of insured persons.</summary>
    public DbSet<RegisterEntryRow> RegisterEntries => Set<RegisterEntryRow>();

    /// <summary>Browsers that members asked to have remembered.</summary>
    public DbSet<KnownBrowserRow> KnownBrowsers => Set<KnownBrowserRow>();

    /// <summary>Wrong passwords in a row.</summary>
    public DbSet<SignInAttemptRow> SignInAttempts => Set<SignInAttemptRow>();

    /// <summary>Journeys of members: second steps, recoveries, changes of address.</summary>
    public DbSet<MemberJourneyRow> MemberJourneys => Set<MemberJourneyRow>();

    /// <summary>Recoveries that wait.</summary>
    public DbSet<RecoveryWaitRow> RecoveryWaits => Set<RecoveryWaitRow>();

    /// <summary>Phone changes that wait.</summary>
    public DbSet<PendingPhoneChangeRow> PendingPhoneChanges => Set<PendingPhoneChangeRow>();

    /// <summary>Links "this was not me".</summary>
    public DbSet<DisavowalRow> Disavowals => Set<DisavowalRow>();

    /// <summary>Requests for an officer's help.</summary>
    public DbSet<HelpRequestRow> HelpRequests => Set<HelpRequestRow>();

    /// <summary>The staff.</summary>
    public DbSet<OfficerRow> Officers => Set<OfficerRow>();

    /// <summary>Sessions of the staff.</summary>
    public DbSet<OfficerSessionRow> OfficerSessions => Set<OfficerSessionRow>();

    /// <summary>Whom officers looked at, and why.</summary>
    public DbSet<OfficerLookRow> OfficerLooks => Set<OfficerLookRow>();

    /// <summary>People's case files.</summary>
    public DbSet<OfficerNoteRow> OfficerNotes => Set<OfficerNoteRow>();

    /// <summary>What officers proposed.</summary>
    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    /// <summary>Levels raised with the card in hand.</summary>
    public DbSet<LevelProofRow> LevelProofs => Set<LevelProofRow>();

    /// <summary>ID numbers kept for their owners.</summary>
    public DbSet<ReservedIdRow> ReservedIds => Set<ReservedIdRow>();

    /// <summary>Versions of the agreements that were made in the console.</summary>
    public DbSet<AgreementVersionRow> AgreementVersions => Set<AgreementVersionRow>();

    /// <summary>Requests about people's data.</summary>
    public DbSet<DataRequestRow> DataRequests => Set<DataRequestRow>();

    /// <summary>E-mails on their way.</summary>
    public DbSet<OutgoingMailRow> OutgoingMails => Set<OutgoingMailRow>();

    /// <summary>The trail.</summary>
    public DbSet<AuditEntryRow> AuditEntries => Set<AuditEntryRow>();

    /// <summary>The trail's seals.</summary>
    public DbSet<AuditSealRow> AuditSeals => Set<AuditSealRow>();

    /// <summary>Figures by the hour.</summary>
    public DbSet<DayFigureRow> DayFigures => Set<DayFigureRow>();

    /// <summary>Hours whose figures were counted.</summary>
    public DbSet<DayHourRow> DayHours => Set<DayHourRow>();

    /// <summary>Which node does what alone.</summary>
    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    /// <summary>The framework's keys of cookies and forms, encrypted by our key ring.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Fields keys that the database is written with, or is about to be.</summary>
    public DbSet<FieldKeyRow> FieldKeys => Set<FieldKeyRow>();

    /// <summary>Nodes that serve, and the fields keys they have.</summary>
    public DbSet<NodeRow> Nodes => Set<NodeRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        MemberRow.Map(modelBuilder.Entity<MemberRow>());
        AcceptanceRow.Map(modelBuilder.Entity<AcceptanceRow>());
        MemberSessionRow.Map(modelBuilder.Entity<MemberSessionRow>());
        SignUpJourneyRow.Map(modelBuilder.Entity<SignUpJourneyRow>());
        CodeChallengeRow.Map(modelBuilder.Entity<CodeChallengeRow>());
        OutgoingMessageRow.Map(modelBuilder.Entity<OutgoingMessageRow>());
        SendCounterRow.Map(modelBuilder.Entity<SendCounterRow>());
        GatewaySwitchRow.Map(modelBuilder.Entity<GatewaySwitchRow>());
        SendTallyRow.Map(modelBuilder.Entity<SendTallyRow>());
        GuardDecisionRow.Map(modelBuilder.Entity<GuardDecisionRow>());
        StoppedNumberRow.Map(modelBuilder.Entity<StoppedNumberRow>());
        RegisterEntryRow.Map(modelBuilder.Entity<RegisterEntryRow>());
        AuditEntryRow.Map(modelBuilder.Entity<AuditEntryRow>());
        KnownBrowserRow.Map(modelBuilder.Entity<KnownBrowserRow>());
        SignInAttemptRow.Map(modelBuilder.Entity<SignInAttemptRow>());
        MemberJourneyRow.Map(modelBuilder.Entity<MemberJourneyRow>());
        RecoveryWaitRow.Map(modelBuilder.Entity<RecoveryWaitRow>());
        PendingPhoneChangeRow.Map(modelBuilder.Entity<PendingPhoneChangeRow>());
        DisavowalRow.Map(modelBuilder.Entity<DisavowalRow>());
        HelpRequestRow.Map(modelBuilder.Entity<HelpRequestRow>());
        OfficerRow.Map(modelBuilder.Entity<OfficerRow>());
        OfficerSessionRow.Map(modelBuilder.Entity<OfficerSessionRow>());
        OfficerLookRow.Map(modelBuilder.Entity<OfficerLookRow>());
        OfficerNoteRow.Map(modelBuilder.Entity<OfficerNoteRow>());
        ProposalRow.Map(modelBuilder.Entity<ProposalRow>());
        LevelProofRow.Map(modelBuilder.Entity<LevelProofRow>());
        ReservedIdRow.Map(modelBuilder.Entity<ReservedIdRow>());
        AgreementVersionRow.Map(modelBuilder.Entity<AgreementVersionRow>());
        DataRequestRow.Map(modelBuilder.Entity<DataRequestRow>());
        OutgoingMailRow.Map(modelBuilder.Entity<OutgoingMailRow>());
        AuditSealRow.Map(modelBuilder.Entity<AuditSealRow>());
        DayFigureRow.Map(modelBuilder.Entity<DayFigureRow>());
        DayHourRow.Map(modelBuilder.Entity<DayHourRow>());
        LeaseRow.Map(modelBuilder.Entity<LeaseRow>());
        KeyCheckRow.Map(modelBuilder.Entity<KeyCheckRow>());
        FieldKeyRow.Map(modelBuilder.Entity<FieldKeyRow>());
        NodeRow.Map(modelBuilder.Entity<NodeRow>());
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        RuleTypes.NameColumns(modelBuilder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        RuleTypes.Convert(configurationBuilder);
}
