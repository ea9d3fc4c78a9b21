namespace Samachik.Site.Tests;

/// <summary>
/// One site for all tests of a class, begun when the first of them asks: so a class whose database has no server
/// here skips test by test. Tests of one class run one after another and may move the clock forward.
/// </summary>
public abstract class SharedSite(DatabaseKind kind, params (string Key, string Value)[] settings) : IAsyncDisposable
{
    private TestSite? site;

    /// <summary>Which database.</summary>
    public DatabaseKind Kind => kind;

    /// <summary>The site of the class.</summary>
    public TestSite Site => site ??= Make(kind, settings);

    /// <summary>Makes the site.</summary>
    protected virtual TestSite Make(DatabaseKind on, (string Key, string Value)[] with) => new(on, with);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (site is not null) await site.DisposeAsync();
        site = null;
    }
}

/// <summary>For classes that run on SQLite.</summary>
public sealed class SqliteSite() : SharedSite(DatabaseKind.Sqlite);

/// <summary>For classes that run on PostgreSQL.</summary>
public sealed class PostgresSite() : SharedSite(DatabaseKind.Postgres);

/// <summary>One whose outbox tells nothing of a message once it has it: what it told is the test's to say.</summary>
public abstract class QuietSite(DatabaseKind kind) : SharedSite(kind)
{
    /// <inheritdoc/>
    protected override TestSite Make(DatabaseKind on, (string Key, string Value)[] with) =>
        new(on, with) { Gateway = new RecordingGateway { Name = "Outbox" } };
}

/// <summary>For classes that run on SQLite.</summary>
public sealed class QuietSqliteSite() : QuietSite(DatabaseKind.Sqlite);

/// <summary>For classes that run on PostgreSQL.</summary>
public sealed class QuietPostgresSite() : QuietSite(DatabaseKind.Postgres);
