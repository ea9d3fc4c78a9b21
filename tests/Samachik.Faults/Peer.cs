using System.Collections.Concurrent;
using System.Text.Json;
using Samachik.Site.Tests.Sms;

namespace Samachik.Faults;

/// <summary>A gateway that a test tells how to behave, and the site's settings for it; it keeps each message that it was handed.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly GatewayPeer line = new();
    private readonly ConcurrentQueue<(string Id, string To, string Text)> had = new();

    /// <summary>It takes what comes, until it is told otherwise.</summary>
    public Peer()
    {
        line.Answer = async (request, stop) =>
        {
            using var json = JsonDocument.Parse(request.Body);
            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
            var answer = Answer;
            if (answer != Refuses) had.Enqueue((Text("id"), Text("to"), Text("text")));
            return await answer(stop);
        };
    }

    /// <summary>The answer of one that takes nothing, and says so. Whatever the answer else, what is handed over goes out to phones.</summary>
    public static Func<CancellationToken, Task<string?>> Refuses { get; } = _ => Task.FromResult<string?>(GatewayPeer.Http(503, ""));

    /// <summary>What it is answered; null: the line is cut.</summary>
    public Func<CancellationToken, Task<string?>> Answer { get; set; } = _ => Task.FromResult<string?>(Ok);

    /// <summary>What went out, in order.</summary>
    public IReadOnlyList<(string Id, string To, string Text)> Had => [.. had];

    /// <summary>The answer to a message that was taken.</summary>
    public static string Ok => GatewayPeer.Http(200, """{"status":"ok"}""");

    /// <summary>The settings of a site that sends by it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Sms:Gateways", "HttpJson"), ("Sms:HttpJson:Url", line.Url.ToString()), ("Sms:HttpJson:Body", """{"id":"{id}","to":"{to}","text":"{text}"}"""),
        ("Sms:HttpJson:StatusPath", "status"), ("Sms:HttpJson:Accepted", "ok"),
    ];

    /// <summary>The newest code that went out to somebody.</summary>
    public async Task<string> CodeAsync(Person person) => await Eventually.GetAsync(
        () => Task.FromResult(Had.Where(one => one.To == person.E164).Select(one => ReceivedSms.CodeIn(one.Text)).LastOrDefault()), "a code at the gateway");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => line.DisposeAsync();
}
