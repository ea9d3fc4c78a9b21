using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samachik.Bench;

/// <summary>An SMS gateway that takes everything at once, and gives the codes to who waits for them.</summary>
internal sealed partial class Gateway : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> codes = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private Gateway(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Opens it on any port of this machine.</summary>
    public static async Task<Gateway> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build());
        gateway.app.MapPost("/sms", gateway.TakeAsync);
        await gateway.app.StartAsync();
        return gateway;
    }

    /// <summary>The settings of a site that sends through it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Sms:Gateways", "HttpJson"), ("Sms:HttpJson:Url", new Uri(Address, "/sms").ToString()),
        ("Sms:HttpJson:Body", """{"to":"{to}","text":"{text}"}"""),
    ];

    /// <summary>The next code for a number.</summary>
    public async Task<string> CodeAsync(string e164, CancellationToken stop)
    {
        var code = await For(e164).Task.WaitAsync(stop);
        codes.TryRemove(e164, out _);
        return code;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var message = await JsonDocument.ParseAsync(request.Body);
        var text = message.RootElement.GetProperty("text").GetString() ?? "";
        For(message.RootElement.GetProperty("to").GetString() ?? "").TrySetResult(Code().Match(text).Value);
        return Results.Ok();
    }

    private TaskCompletionSource<string> For(string e164) =>
        codes.GetOrAdd(e164, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex Code();
}
