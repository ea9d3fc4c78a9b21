using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Storage.Postgres;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresMembersDb(DbContextOptions<PostgresMembersDb> options) : MembersDb(options);
