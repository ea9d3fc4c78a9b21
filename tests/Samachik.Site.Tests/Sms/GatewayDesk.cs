using System.Text;
using Samachik.Rules.People;
using Samachik.Site.Sms;

namespace Samachik.Site.Tests.Sms;

/// <summary>One real gateway of a real site, and the peer it talks to.</summary>
public sealed class GatewayDesk : IAsyncDisposable
{
    /// <summary>What no log may tell.</summary>
    public const string Hidden = "geheim-khanun-58";

    /// <summary>The number that messages go to.</summary>
    public const string Phone = "0812345678";

    private readonly string name;

    /// <summary>Sets the desk up for a gateway; its settings name what the peer's address does not.</summary>
    public GatewayDesk(string name, params (string Key, string Value)[] settings)
    {
        this.name = name;
        Site = new TestSite(DatabaseKind.Sqlite, [("Sms:Gateways", name), ($"Sms:{name}:Url", Peer.Url.ToString()), .. SiteLog.AllAt("Trace"), .. settings]);
    }

    /// <summary>The other end.</summary>
    public GatewayPeer Peer { get; } = new();

    /// <summary>The site.</summary>
    public TestSite Site { get; }

    /// <summary>The gateway.</summary>
    public ISmsGateway Gateway => Site.Service<GatewayChoice>().All.Single(gateway => gateway.Name == name);

    /// <summary>Kannel's settings, but for its address.</summary>
    public static (string Key, string Value)[] Kannel => [("Sms:Kannel:User", "site"), ("Sms:Kannel:Password", Hidden), ("Sms:Kannel:Sender", "SSO")];

    /// <summary>A message.</summary>
    public SmsMessage Message(string text = "รหัส 483920\nอ้างอิง BCDF", TimeSpan? life = null)
    {
        Assert.True(ThaiMobileNumber.TryParse(Phone, out var to, out _), "Not a Thai mobile number.");
        return new(Guid.CreateVersion7(), to, text, Site.Clock.GetUtcNow() + (life ?? TimeSpan.FromMinutes(5)));
    }

    /// <summary>Hands a message over; the peer answers so.</summary>
    public Task<SmsAnswer> SendAsync(int status, string body, string headers = "")
    {
        Peer.Says(status, body, headers);
        return Gateway.SendAsync(Message(), TestContext.Current.CancellationToken);
    }

    /// <summary>What the gateway's own reading makes of a receipt: in the address when there is no body.</summary>
    public async Task<SmsReceipt?> ReadAsync(string query, string? body = null, string type = "application/json")
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.QueryString) = (body is null ? "GET" : "POST", new(query));
        (request.ContentType, request.Body) = (body is null ? null : type, new MemoryStream(Encoding.UTF8.GetBytes(body ?? "")));
        return await Gateway.ReadReceiptAsync(request, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Peer.DisposeAsync();
    }
}
