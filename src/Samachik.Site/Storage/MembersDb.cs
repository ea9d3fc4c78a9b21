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

    /// <summary>E-mails on their way.</summary>
    public DbSet<OutgoingMailRow> OutgoingMails => Set<OutgoingMailRow>();

    /// <summary>The trail.</summary>
    public DbSet<AuditEntryRow> AuditEntries => Set<AuditEntryRow>();

    /// <summary>The trail's seals.</summary>
    public DbSet<AuditSealRow> AuditSeals => Set<AuditSealRow>();

    /// <summary>Which node does what alone.</summary>
    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    /// <summary>The framework's keys of cookies and forms, encrypted by our key ring.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

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
        AuditEntryRow.Map(modelBuilder.Entity<AuditEntryRow>());
        KnownBrowserRow.Map(modelBuilder.Entity<KnownBrowserRow>());
        SignInAttemptRow.Map(modelBuilder.Entity<SignInAttemptRow>());
        MemberJourneyRow.Map(modelBuilder.Entity<MemberJourneyRow>());
        RecoveryWaitRow.Map(modelBuilder.Entity<RecoveryWaitRow>());
        PendingPhoneChangeRow.Map(modelBuilder.Entity<PendingPhoneChangeRow>());
        DisavowalRow.Map(modelBuilder.Entity<DisavowalRow>());
        HelpRequestRow.Map(modelBuilder.Entity<HelpRequestRow>());
        OutgoingMailRow.Map(modelBuilder.Entity<OutgoingMailRow>());
        AuditSealRow.Map(modelBuilder.Entity<AuditSealRow>());
        LeaseRow.Map(modelBuilder.Entity<LeaseRow>());
        KeyCheckRow.Map(modelBuilder.Entity<KeyCheckRow>());
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        RuleTypes.NameColumns(modelBuilder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        RuleTypes.Convert(configurationBuilder);
}
