using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Storage.Sqlite;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteMembersDb(DbContextOptions<SqliteMembersDb> options) : MembersDb(options);
