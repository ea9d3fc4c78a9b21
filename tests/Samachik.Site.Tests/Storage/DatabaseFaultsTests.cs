using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Storage;

public sealed class DatabaseFaultsTests
{
    [Theory]
    [InlineData(5, true)] // busy
    [InlineData(6, true)] // locked
    [InlineData(8, true)] // read-only
    [InlineData(10, true)] // I/O error
    [InlineData(11, true)] // corrupt
    [InlineData(13, true)] // disk full
    [InlineData(14, true)] // cannot open
    [InlineData(26, true)] // not a database
    [InlineData(1, false)] // SQL error
    [InlineData(19, false)] // constraint
    [InlineData(20, false)] // type mismatch
    public void SQLite_tells_an_outage_from_a_mistake(int code, bool isOutage) =>
        Assert.Equal(isOutage, DatabaseFaults.IsOutage(new SqliteException("refused", code)));

    [Theory]
    [InlineData("08000", true)] // connection exception
    [InlineData("08006", true)] // connection failure
    [InlineData("53100", true)] // disk full
    [InlineData("53300", true)] // too many connections
    [InlineData("57014", true)] // cancelled: the statement took too long
    [InlineData("57P01", true)] // shut down by the administrator
    [InlineData("57P03", true)] // starting up
    [InlineData("58030", true)] // I/O error
    [InlineData("25006", true)] // a standby took over
    [InlineData("42P01", true)] // no such table: not migrated yet
    [InlineData("40P01", true)] // one of two that waited for one another
    [InlineData("42601", false)] // syntax
    [InlineData("42703", false)] // no such column
    [InlineData("22P02", false)] // bad value
    [InlineData("23502", false)] // not null
    [InlineData("23505", false)] // unique
    [InlineData("25P02", false)] // transaction aborted
    public void PostgreSQL_tells_an_outage_from_a_mistake(string state, bool isOutage) =>
        Assert.Equal(isOutage, DatabaseFaults.IsOutage(new PostgresException("refused", "ERROR", "ERROR", state)));

    [Fact]
    public void A_line_that_breaks_is_an_outage()
    {
        Assert.True(DatabaseFaults.IsOutage(new NpgsqlException("broken", new SocketException(111))));
        Assert.True(DatabaseFaults.IsOutage(new NpgsqlException("late", new TimeoutException())));
        Assert.True(DatabaseFaults.IsOutage(new SqliteException("SQLite Error 1: 'no such table: members'.", 1)));
    }

    [Fact]
    public void An_outage_is_seen_at_any_depth()
    {
        var outage = new DbUpdateException("save", new InvalidOperationException("retry", new SqliteException("full", 13)));
        Assert.True(DatabaseFaults.IsOutage(outage));
        Assert.False(DatabaseFaults.IsOutage(new DbUpdateException("save", new SqliteException("unique", 19))));
    }

    [Fact]
    public void Anything_else_is_a_mistake()
    {
        Assert.False(DatabaseFaults.IsOutage(null));
        Assert.False(DatabaseFaults.IsOutage(new InvalidOperationException("bug")));
        Assert.False(DatabaseFaults.IsOutage(new TimeoutException()));
        Assert.False(DatabaseFaults.IsOutage(new IOException("disk")));
    }
}
