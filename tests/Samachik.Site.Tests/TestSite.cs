using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Time.Testing;
using Samachik.Rules.People;
using Samachik.Site.Sms;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests;

/// <summary>
/// The real site on real Kestrel, with a database and keys of its own, and a clock that tests move. It starts when it
/// is first asked for something, so what an initialiser sets is in force. Development unless told otherwise.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    /// <summary>When every clock begins: ten in the morning in Thailand.</summary>
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>The public host of a site that is not in Development.</summary>
    public const string ProductionHost = "member.example.go.th";

    private readonly Dictionary<string, string> settings;
    private readonly bool ownsPlace;
    private readonly Lazy<Factory> factory;

    /// <summary>A site on a place of its own.</summary>
    public TestSite(DatabaseKind kind, params (string Key, string Value)[] settings)
        : this(new TestPlace(kind, hasTables: true), settings) => ownsPlace = true;

    /// <summary>A site on a place that is shared, and stays when the site is gone.</summary>
    public TestSite(TestPlace place, params (string Key, string Value)[] settings)
    {
        Place = place;
        this.settings = SettingsFor(place);
        foreach (var (key, value) in settings) this.settings[key] = value;
        factory = new(Begin);
    }

    /// <summary>The database and the keys.</summary>
    public TestPlace Place { get; }

    /// <summary>The site's clock.</summary>
    public FakeTimeProvider Clock { get; init; } = new(Start);

    /// <summary><c>Development</c> or <c>Production</c>.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>The only gateway, named Recording; null: Development's outbox.</summary>
    public RecordingGateway? Gateway { get; init; }

    /// <summary>The port it listens on; 0: any.</summary>
    public int Port { get; init; }

    /// <summary>Last changes to the site's services.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>What the site logged.</summary>
    public SiteLog Log { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Address => factory.Value.ClientOptions.BaseAddress;

    /// <summary>The host a browser names.</summary>
    public string Host => Environment == "Production" ? ProductionHost : Address.Authority;

    /// <summary>One connection pool for all visitors; they keep their cookies themselves.</summary>
    internal HttpMessageInvoker Http { get; } = new(new SocketsHttpHandler
    {
        UseCookies = false, AllowAutoRedirect = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    });

    /// <summary>A browser that has never been here.</summary>
    public Visitor NewVisitor() => new(this);

    /// <summary>Starts the site now.</summary>
    public void EnsureStarted() => _ = factory.Value;

    /// <summary>One of the site's own services.</summary>
    public T Service<T>()
        where T : notnull => factory.Value.Services.GetRequiredService<T>();

    /// <summary>A service of the site that works in the background.</summary>
    public T Hosted<T>()
        where T : IHostedService => Service<IEnumerable<IHostedService>>().OfType<T>().Single();

    /// <summary>Looks into the database.</summary>
    public async Task<T> LookAsync<T>(Func<MembersDb, Task<T>> look)
    {
        await using var scope = factory.Value.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<MembersDb>());
    }

    /// <summary>All SMS "sent" to a phone so far, newest first.</summary>
    public async Task<IReadOnlyList<ReceivedSms>> InboxAsync(string phone)
    {
        Assert.True(ThaiMobileNumber.TryParse(phone, out var number, out _), "Not a Thai mobile number.");
        if (Gateway is not null) return Gateway.To(number.E164);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(Address, $"/dev/sms.json?to={Uri.EscapeDataString(number.E164)}"));
        using var response = await Http.SendAsync(request, default);
        return await response.Content.ReadFromJsonAsync<List<ReceivedSms>>(JsonSerializerOptions.Web) ?? [];
    }

    /// <summary>How many SMS a phone has, once as many as are expected have arrived: sending goes on after the answer.</summary>
    public async Task<int> ArrivedAsync(string phone, int expected)
    {
        await Eventually.TrueAsync(async () => (await InboxAsync(phone)).Count >= expected, $"{expected} SMS");
        return (await InboxAsync(phone)).Count;
    }

    /// <summary>All e-mails "sent" to an address so far, newest first.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailboxAsync(string address)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(Address, $"/dev/mail.json?to={Uri.EscapeDataString(address)}"));
        using var response = await Http.SendAsync(request, default);
        return await response.Content.ReadFromJsonAsync<List<ReceivedMail>>(JsonSerializerOptions.Web) ?? [];
    }

    /// <summary>Waits for the SMS with a reference, as a person does who looks at the page and then at the phone.</summary>
    public async Task<ReceivedSms> SmsAsync(string phone, string reference) => await Eventually.GetAsync(
        async () => (await InboxAsync(phone)).FirstOrDefault(sms => sms.Reference == reference), $"an SMS with {reference}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (factory.IsValueCreated) await factory.Value.DisposeAsync();
        Http.Dispose();
        Log.Dispose();
        if (ownsPlace) await Place.DisposeAsync();
    }

    // What would only stand in the way of tests is set wide; a test of a limit sets it back.
    private static Dictionary<string, string> SettingsFor(TestPlace place) => new()
    {
        ["Storage:Kind"] = place.Kind.ToString(),
        ["ConnectionStrings:Accounts"] = place.PatientConnection,
        ["Keys:Folder"] = place.KeysFolder,
        ["Mail:Folder"] = place.MailFolder,
        ["Passwords:MemoryKiB"] = "64",
        ["Passwords:Passes"] = "1",
        ["Passwords:Queue"] = "5000",
        ["Limits:RequestsPerNetworkPerMinute"] = "10000000",
        ["PhoneCodes:SendsPerNetworkPerHour"] = "1000000",
        ["PhoneCodes:BudgetPerHour"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ["PhoneCodes:BudgetPerDay"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ["Network:TrustedProxies"] = "127.0.0.1",
        ["Metrics:Port"] = "0",
        ["Network:LeaveFor"] = "00:00:00",
    };

    private Factory Begin()
    {
        if (Environment == "Production") settings.TryAdd("Office:PublicUrl", $"https://{ProductionHost}");
        if (Gateway is not null) settings.TryAdd("Sms:Gateways", Gateway.Name);
        var begun = new Factory(this);
        begun.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port));
        begun.StartServer();
        return begun;
    }

    private sealed class Factory(TestSite site) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(site.Environment);
            foreach (var (key, value) in site.settings) builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(site.Log));
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(site.Clock);
                if (site.Gateway is not null) services.AddKeyedSingleton<ISmsGateway>(SmsFeature.KeyOf(site.Gateway.Name), site.Gateway);
                site.Services?.Invoke(services);
            });
        }
    }
}
