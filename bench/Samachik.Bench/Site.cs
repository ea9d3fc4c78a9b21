using System.Security.Cryptography;
using Npgsql;

namespace Samachik.Bench;

/// <summary>The published site as it runs in Production, on PostgreSQL, and people who use it.</summary>
internal sealed class Site : IAsyncDisposable
{
    internal const string Host = "member.example.go.th";
    private static readonly string[] KeyNames = ["fields", "lookup", "codes", "audit"];
    private readonly Gateway gateway;
    private readonly DirectoryInfo folder;
    private readonly HttpMessageInvoker http;
    private readonly string program;
    private readonly (string Key, string Value)[] settings;

    private Site(Served served, Gateway gateway, DirectoryInfo folder, HttpMessageInvoker http, string program, (string, string)[] settings) =>
        (Served, this.gateway, this.folder, this.http, this.program, this.settings) = (served, gateway, folder, http, program, settings);

    /// <summary>The process.</summary>
    public Served Served { get; private set; }

    /// <summary>Where its keys are.</summary>
    public string KeysFolder => folder.FullName;

    /// <summary>Its database.</summary>
    public string Connection => settings.Single(setting => setting.Key == "ConnectionStrings:Accounts").Value;

    /// <summary>Makes database and keys, migrates, and starts; more settings overrule those of the bench.</summary>
    public static async Task<Site> StartAsync(string program, string server, HttpMessageInvoker http, string name = "site", params (string Key, string Value)[] more)
    {
        var gateway = await Gateway.OpenAsync();
        var folder = Directory.CreateTempSubdirectory("samachik-bench-");
        foreach (var key in KeyNames)
        {
            var file = Path.Combine(folder.FullName, $"{key}-0001.key");
            await File.WriteAllTextAsync(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        (string, string)[] settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Office:PublicUrl", $"https://{Host}"), ("Keys:Folder", folder.FullName),
            ("Storage:Kind", "Postgres"), ("ConnectionStrings:Accounts", await Databases.MakeAsync(server, name)), ("Metrics:Port", "0"),
            ("Limits:RequestsPerNetworkPerMinute", "10000000"), ("PhoneCodes:SendsPerNetworkPerHour", "1000000"),
            ("PhoneCodes:BudgetPerHour", "100000000"), ("PhoneCodes:BudgetPerDay", "100000000"), ("PhoneCodes:Guard", "Record"), .. gateway.Settings, .. more,
        ];
        await Served.RunAsync(program, "migrate", settings);
        return new(await Served.StartAsync(program, "/sign-in", Host, settings), gateway, folder, http, program, settings);
    }

    /// <summary>Runs one of its commands to the end.</summary>
    public Task RunAsync(string command) => Served.RunAsync(program, command, settings);

    /// <summary>Ends the process; database and keys stay.</summary>
    public ValueTask StopAsync() => Served.DisposeAsync();

    /// <summary>Starts it again where it was.</summary>
    public async Task StartAgainAsync() => Served = await Served.StartAsync(program, "/sign-in", Host, settings);

    /// <summary>A whole sign-up: agreement, details, code, done.</summary>
    public async Task<(Browser Browser, Person Person)> SignUpAsync(CancellationToken stop, string? network = null)
    {
        var (browser, person) = (new Browser(http, Served.Address, Host, network), Person.New());
        await browser.GetAsync("/sign-up/agreement", stop);
        await browser.PostAsync("/sign-up/agreement", stop, ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));
        await browser.FollowAsync("/sign-up/details", stop);
        await browser.PostAsync("/sign-up/details", stop, person.Fields);
        await browser.FollowAsync("/sign-up/phone-code", stop);
        await browser.PostAsync("/sign-up/phone-code", stop, ("Code", await gateway.CodeAsync(person.E164, stop)));
        await browser.FollowAsync("/sign-up/done", stop);
        return (browser, person);
    }

    /// <summary>A member at a browser that is remembered, signed out.</summary>
    public async Task<(Browser Browser, Person Person)> RememberedAsync(CancellationToken stop, string? network = null)
    {
        var (_, person) = await SignUpAsync(stop, network);
        var browser = new Browser(http, Served.Address, Host, network);
        await GiveCredentialsAsync(browser, person, stop);
        await browser.FollowAsync("/sign-in/code", stop);
        await browser.PostAsync("/sign-in/code", stop, ("Code", await gateway.CodeAsync(person.E164, stop)), ("RememberBrowser", "true"));
        return (browser, person);
    }

    /// <summary>A browser with the cookies of another, for this site as it runs now.</summary>
    public Browser Copy(Browser other) => other.Copy(http, Served.Address);

    /// <summary>A sign-in of a remembered browser: the page, then ID number and password.</summary>
    public static async Task SignInAsync(Browser browser, Person person, CancellationToken stop)
    {
        browser.Forget("samachik-session");
        await GiveCredentialsAsync(browser, person, stop);
        if (browser.Location is null or "/sign-in/code") throw new InvalidOperationException($"{(int)browser.Status}: no sign-in.");
    }

    /// <summary>A browser that stands at the details page.</summary>
    public async Task<Browser> AtDetailsAsync(CancellationToken stop)
    {
        var browser = new Browser(http, Served.Address, Host);
        await browser.GetAsync("/sign-up/agreement", stop);
        await browser.PostAsync("/sign-up/agreement", stop, ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));
        await browser.FollowAsync("/sign-up/details", stop);
        return browser;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        await gateway.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task GiveCredentialsAsync(Browser browser, Person person, CancellationToken stop)
    {
        await browser.GetAsync("/sign-in", stop);
        await browser.PostAsync("/sign-in", stop, ("NationalId", person.Id), ("Password", person.Password));
    }
}

/// <summary>Databases on the server of the bench.</summary>
internal static class Databases
{
    /// <summary>Makes an empty one; its connection string.</summary>
    public static async Task<string> MakeAsync(string server, string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        var database = $"samachik_bench_{name}";
        await using (var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", connection)) await drop.ExecuteNonQueryAsync();
        await using (var make = new NpgsqlCommand($"CREATE DATABASE {database} TEMPLATE template0", connection)) await make.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }
}
