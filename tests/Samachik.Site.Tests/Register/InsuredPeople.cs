using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Site.Commands;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Register;

/// <summary>Files of the register, made up of made-up people, and what became of them.</summary>
public static class InsuredPeople
{
    /// <summary>The first line of every file.</summary>
    public const string Header = "national_id,first_name,last_name,birth_date";

    /// <summary>Somebody whose ID number is one of Thai people, so that <c>Demand</c> means them.</summary>
    public static Person NewThai() => WithFirstDigit("1") with { BirthDay = "7" };

    /// <summary>Somebody whose ID number begins so.</summary>
    public static Person WithFirstDigit(string digit)
    {
        var person = Person.New();
        var twelve = digit + person.NationalId[1..12];
        return person with { NationalId = twelve + Rules.People.NationalId.CheckDigit(twelve) };
    }

    /// <summary>Somebody's row.</summary>
    public static string RowOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return $"{person.NationalId},{person.FirstName},{person.LastName},{person.BirthYear}-{person.BirthMonth.PadLeft(2, '0')}-{person.BirthDay.PadLeft(2, '0')}";
    }

    /// <summary>Writes a file beside a place, whose own folder holds only what the site keeps.</summary>
    public static async Task<string> WriteAsync(TestPlace place, IEnumerable<string> rows, bool marked = false)
    {
        ArgumentNullException.ThrowIfNull(place);
        var folder = Directory.CreateDirectory($"{place.Folder}-register");
        var path = Path.Combine(folder.FullName, "insured.csv");
        await File.WriteAllTextAsync(path, string.Join('\n', [Header, .. rows, ""]), new UTF8Encoding(marked));
        return path;
    }

    /// <summary>Removes what <see cref="WriteAsync"/> wrote.</summary>
    public static void RemoveFiles(TestPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (Directory.Exists($"{place.Folder}-register")) Directory.Delete($"{place.Folder}-register", recursive: true);
    }

    /// <summary>Imports rows in the site's own process.</summary>
    public static async Task<RegisterReport> ImportAsync(TestSite site, IEnumerable<string> rows, int? removesUpTo = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        var path = await WriteAsync(site.Place, rows);
        try
        {
            await using var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope();
            using var file = new RegisterFile(path);
            using var rejected = new RejectedRows(path);
            return await scope.ServiceProvider.GetRequiredService<ImportRegister>().RunAsync(file, rejected, removesUpTo, _ => { });
        }
        finally
        {
            RemoveFiles(site.Place);
        }
    }

    /// <summary>Imports people.</summary>
    public static Task<RegisterReport> ImportAsync(TestSite site, params Person[] people) => ImportAsync(site, people.Select(RowOf));

    /// <summary>The register's rows as they stand in the table.</summary>
    public static Task<List<RegisterEntryRow>> EntriesAsync(TestSite site) =>
        site.LookAsync(db => db.RegisterEntries.AsNoTracking().OrderBy(row => row.NationalIdHash).ToListAsync());

    /// <summary>The level of somebody's account; null: there is none.</summary>
    public static async Task<AssuranceLevel?> LevelOfAsync(TestSite site, Person person) => (await person.MemberAsync(site))?.Level;

    /// <summary>Many people's rows, quickly made.</summary>
    public static IEnumerable<string> Many(int count, int from = 0)
    {
        for (var number = from; number < from + count; number++)
        {
            var twelve = "3" + number.ToString("D11", CultureInfo.InvariantCulture);
            yield return $"{twelve}{Rules.People.NationalId.CheckDigit(twelve)},สม{(char)('ก' + number % 40)},ใจ{(char)('ก' + number / 40 % 40)},25{10 + number % 40}-0{1 + number % 9}-1{number % 10}";
        }
    }
}
