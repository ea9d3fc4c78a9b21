using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Polly;
using Polly.Timeout;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>What a gateway said over HTTP.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body, 64 kB at most.</param>
public sealed record GatewayReply(HttpStatusCode Status, string Body)
{
    /// <summary>Whether the status is one of 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Not the body: a gateway may say the number back.</summary>
    public override string ToString() => $"{(int)Status}";
}

/// <summary>
/// The HTTP of every gateway: one time-out, nothing repeated, no redirect followed, short answers only, and nothing of a
/// request logged. What went wrong on the way is sorted by whether the gateway can have the message.
/// </summary>
public sealed class GatewayHttp(IHttpClientFactory clients)
{
    private const int LongestAnswer = 64 * 1024;
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(3);

    /// <summary>Adds the client of a gateway.</summary>
    public static void Add(IServiceCollection services, string gateway, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddHttpClient(gateway, client =>
            {
                client.MaxResponseContentBufferSize = LongestAnswer;

                // The pipeline ends with the answer's head; this holds for its body too.
                client.Timeout = settings.Sms.TimeOut + TimeSpan.FromSeconds(1);
            })
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, UseCookies = false, UseProxy = false, MaxResponseHeadersLength = 16,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2), ConnectCallback = ConnectAsync,

                // A span of ours, and nothing of it for the gateway.
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            })
            .AddResilienceHandler("time-out", (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
                pipeline.AddTimeout(settings.Sms.TimeOut);
            });
    }

    /// <summary>
    /// Sends a request, which must have a body: without one the framework itself may send it a second time on a new line.
    /// The answer is what <paramref name="read"/> makes of it.
    /// </summary>
    public async Task<SmsAnswer> SendAsync(string gateway, HttpRequestMessage request, Func<GatewayReply, SmsAnswer> read, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(request.Content);
        try
        {
            using var client = clients.CreateClient(gateway);
            using var response = await client.SendAsync(request, stop);
            return read(new(response.StatusCode, await response.Content.ReadAsStringAsync(stop)));
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return SmsAnswer.TryAgain;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or TimeoutRejectedException)
        {
            return SmsAnswer.Unknown;
        }
    }

    /// <summary>What an answer means by its status alone; of 2xx that it was accepted.</summary>
    public static SmsAnswer ByStatus(GatewayReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return (int)reply.Status switch
        {
            >= 200 and < 300 => SmsAnswer.Accepted(),
            408 or 425 or 429 or 503 => SmsAnswer.TryAgain,

            // Not our rights, not our address, or a redirect, which is not followed: the office has to look.
            (>= 300 and < 400) or 401 or 402 or 403 or 404 or 405 or 407 or 410 => SmsAnswer.Refused(SmsRefusal.Account),
            >= 400 and < 500 => SmsAnswer.Refused(SmsRefusal.Other),

            // What broke there may have broken after the message was taken.
            _ => SmsAnswer.Unknown,
        };
    }

    // The framework tells a connection that does not come about in time like an answer that does not: here they differ.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(stop);
        within.CancelAfter(ConnectWithin);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, within.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
