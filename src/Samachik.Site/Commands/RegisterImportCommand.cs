using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Commands;

/// <summary><c>register import</c>: loads the office's register of insured persons, or brings it up to date.</summary>
public static class RegisterImportCommand
{
    private const string RemoveUpTo = "remove-up-to";
    private const int ProgressLines = 20, Kilo = 1024;

    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "register import", "load the office's register of insured persons from a file, or bring it up to date",
        """
        samachik register import FILE.csv [--remove-up-to NUMBER] [--Key=value ...]

        FILE.csv is UTF-8 and begins with the line national_id,first_name,last_name,birth_date; birth dates are of the
        Buddhist Era, yyyy-mm-dd, with 00 for a day or month that is not on the card; last_name may be empty. It must hold
        the whole register: who is not in it is removed, once it was read to its end. Of several rows with one ID number
        the last one holds. Kept are keyed hashes alone; delete the file afterwards.

        It may run beside the site, be stopped at any time and be run again. Rows that cannot be read go to
        FILE.rejected.csv, with line and reason, for its owner alone to read; what was known of those people stays.

          --remove-up-to NUMBER   so many people may be removed. Without it: a thousand, or a tenth of the register if
                                  that is more. A file that was cut short would otherwise empty the register.

        Exit code: 0 done (also with rejected rows), 1 failed, 2 wrong usage.
        """,
        RunAsync)
    {
        Operand = "FILE.csv",
        Options = [RemoveUpTo],
        Fault = options => options[RemoveUpTo] is { } text && NumberIn(text) is null ? "--remove-up-to wants a number." : null,
    };

    private static async Task<int> RunAsync(IServiceProvider services, CommandOptions options)
    {
        var path = options.Words[^1];
        var removesUpTo = options[RemoveUpTo] is { } text ? NumberIn(text) : null;
        if (await StorageFeature.WithPatienceAsync(services, async (MembersDb db) => (await db.Database.GetPendingMigrationsAsync()).Any()))
            return await FailAsync("The database is not at this version; run 'samachik migrate' first.");
        await StorageFeature.AtStartAsync(services, db => KeyCheck.RequireAsync(db, services.GetRequiredService<KeyRing>()));
        try
        {
            using var file = new RegisterFile(path);
            using var rejected = new RejectedRows(path);
            var progress = new CommandProgress("kB read", file.Length / Kilo, ProgressLines);
            var report = await StorageFeature.WithPatienceAsync(
                services, (ImportRegister import) => import.RunAsync(file, rejected, removesUpTo, read => progress.Tell(read / Kilo)));
            progress.End();
            return await TellAsync(report, rejected.Path);
        }
        catch (RegisterFileException e)
        {
            return await FailAsync($"FILE.csv: {e.Message}. Nobody was removed.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"FILE.csv or FILE.rejected.csv: the file is not there, or cannot be read or written ({e.GetType().Name}). Nobody was removed.");
        }
    }

    private static async Task<int> TellAsync(RegisterReport report, string rejectedPath)
    {
        Console.WriteLine(Invariant($"Rows read: {report.Rows}."));
        if (report.Rejected > 0) Console.WriteLine(Invariant($"Rows rejected: {report.Rejected}. They are in {rejectedPath}, with their reasons."));
        if (!report.TookAny) return await FailAsync("No row of the file could be taken. Nobody was removed.");
        Console.WriteLine(Invariant($"People in the register: {report.People}. Removed: {report.Removed}."));
        return report.Removed == report.Missing ? CommandLine.Succeeded : await FailAsync(Invariant(
            $"{report.Missing} people of the register are not in the file, more than usual. Nobody was removed. If that is right: --remove-up-to {report.Missing}"));
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return CommandLine.Failed;
    }

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
