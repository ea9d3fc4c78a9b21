using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samachik.Site.Settings;

namespace Samachik.Site.Telemetry;

/// <summary>
/// An exception as it may be written down: its type and where it came from. Its words only where they are known to tell
/// of the machine and never of what somebody typed; <c>int.Parse</c> says back what it could not read.
/// </summary>
public sealed class LoggedException : Exception
{
    // Classes of SQLSTATE whose messages name tables, columns, roles and constraints, but no values (22 does).
    private static readonly string[] StatesWithoutValues = ["08", "23", "25", "28", "3D", "40", "42", "53", "55", "57", "58"];

    private readonly string told;

    private LoggedException(Exception fault)
        : base(WordsOf(fault)) => (Kind, told) = (NameOf(fault), Tell(fault));

    /// <summary>The type of what was thrown.</summary>
    public string Kind { get; }

    /// <summary>What may be written of an exception.</summary>
    public static LoggedException Of(Exception fault) => fault as LoggedException ?? new LoggedException(fault);

    /// <summary>Types, words that may be told, and the way through the code, of the exception and of those inside it.</summary>
    public override string ToString() => told;

    private static string Tell(Exception fault)
    {
        var text = new StringBuilder(NameOf(fault)).Append(": ").Append(WordsOf(fault));
        var inner = fault is AggregateException { InnerExceptions: var several } ? several : fault.InnerException is { } one ? [one] : [];
        foreach (var cause in inner) text.Append("\n ---> ").Append(Tell(cause)).Append("\n   --- End of inner exception ---");
        if (fault.StackTrace is { } trace) text.Append('\n').Append(trace);
        return text.ToString();
    }

    private static string WordsOf(Exception fault) => fault switch
    {
        PostgresException e => StatesWithoutValues.Any(state => e.SqlState.StartsWith(state, StringComparison.Ordinal)) ? e.Message : e.SqlState,
        NpgsqlException or SqliteException or DbUpdateException or SocketException or TimeoutException or OperationCanceledException
            or SettingsException => fault.Message,
        _ => "(its words are not told)",
    };

    private static string NameOf(Exception fault) => fault.GetType().FullName ?? fault.GetType().Name;
}
