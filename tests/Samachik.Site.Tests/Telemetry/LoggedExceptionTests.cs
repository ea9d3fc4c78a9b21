using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samachik.Site.Telemetry;

namespace Samachik.Site.Tests.Telemetry;

/// <summary>What is written of an exception: where it came from, and its words only where they cannot be somebody's.</summary>
public sealed class LoggedExceptionTests
{
    private const string Typed = "1101700000133";

    [Fact]
    public void What_somebody_typed_is_not_said_back()
    {
        var faults = new List<Exception>
        {
            new InvalidOperationException(Typed), new AggregateException(Typed, new FormatException(Typed), new KeyNotFoundException(Typed)),
            new DbUpdateException("An error occurred.", new PostgresException($"invalid input: \"{Typed}\"", "ERROR", "ERROR", "22P02")),
            new ArgumentOutOfRangeException(Typed, Typed, Typed), new CultureNotFoundException(Typed, Typed, Typed),
        };
        foreach (var fault in faults) fault.Data[Typed] = Typed;
        Assert.All(faults.Select(Thrown), fault =>
        {
            var told = LoggedException.Of(fault);
            Assert.DoesNotContain(Typed, told.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Typed, told.Message, StringComparison.Ordinal);
            Assert.Equal(fault.GetType().FullName, told.Kind);
            Assert.Contains(nameof(Thrown), told.ToString(), StringComparison.Ordinal);
            Assert.Null(told.InnerException);
            Assert.Empty(told.Data);
        });
    }

    [Fact]
    public void What_the_database_says_of_itself_is_told()
    {
        Exception[] faults =
        [
            new SqliteException("SQLite Error 1: 'no such table: members'.", 1), new PostgresException("relation \"members\" does not exist", "ERROR", "ERROR", "42P01"),
            new NpgsqlException("Failed to connect to members"), new TimeoutException("members"),
        ];
        Assert.All(faults, fault => Assert.Contains("members", LoggedException.Of(new DbUpdateException("It broke.", fault)).ToString(), StringComparison.Ordinal));
        Assert.Contains("22P02", LoggedException.Of(new PostgresException(Typed, "ERROR", "ERROR", "22P02")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_logs_one_logs_it_so()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite);
        site.Service<ILogger<LoggedExceptionTests>>().LogError(Thrown(new FormatException($"The input string '{Typed}' was not in a correct format.")), "It broke");
        var line = Assert.Single(site.Log.Errors, line => line.Contains("It broke", StringComparison.Ordinal));
        Assert.Contains("System.FormatException", line, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), line, StringComparison.Ordinal);
        Assert.DoesNotContain(Typed, line, StringComparison.Ordinal);
    }

    private static Exception Thrown(Exception fault)
    {
        try
        {
            throw fault;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
