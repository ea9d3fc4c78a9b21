using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Samachik.Site.Storage.Postgres;
using Samachik.Site.Storage.Sqlite;

namespace Samachik.Site.Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> build the SQLite model without a database.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteMembersDb>
{
    /// <inheritdoc/>
    public SqliteMembersDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteMembersDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef migrations add</c> build the PostgreSQL model without a database.</summary>
internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresMembersDb>
{
    /// <inheritdoc/>
    public PostgresMembersDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql("Host=nowhere").Options);
}
