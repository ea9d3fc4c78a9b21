using System.Diagnostics;
using Samachik.Site.Storage;
using Samachik.Site.Telemetry;

namespace Samachik.Site.Tests.Telemetry;

/// <summary>A span leaves with what is listed for its source, and with nothing that a framework may add one day.</summary>
public sealed class SentSpansTests : IDisposable
{
    private const string Typed = "1101700000133";
    private readonly ActivitySource web = new("Microsoft.AspNetCore"), line = new("System.Net.Http"), own = new(CommandSpans.SourceName), other = new("Npgsql");
    private readonly ActivityListener all = new() { Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded };

    public SentSpansTests()
    {
        // To these alone, not to the sources of that name in sites of other tests.
        ActivitySource[] sources = [web, line, own, other];
        all.ShouldListenTo = source => sources.Contains(source);
        ActivitySource.AddActivityListener(all);
    }

    public void Dispose()
    {
        all.Dispose();
        foreach (var source in (ActivitySource[])[web, line, own, other]) source.Dispose();
    }

    [Fact]
    public void Only_listed_attributes_stay()
    {
        using var request = Of(web);
        request.SetTag("url.path", $"/not-me/{Typed}").SetTag("url.query", Typed).SetTag("server.address", Typed).SetTag("client.address", Typed)
            .SetTag("http.request.method", "GET").SetTag("http.route", "not-me/{word}").SetTag("http.response.status_code", 200);
        request.SetStatus(ActivityStatusCode.Error, Typed);
        request.TraceStateString = $"a={Typed}";
        Assert.True(SentSpans.TryRedact(request));
        Assert.Equal(["http.request.method", "http.response.status_code", "http.route"], request.TagObjects.Select(tag => tag.Key).Order());
        Assert.Equal("GET not-me/{word}", request.DisplayName);
        Assert.Equal((ActivityStatusCode.Error, null, null), (request.Status, request.StatusDescription, request.TraceStateString));
    }

    [Fact]
    public void The_address_of_a_gateway_loses_its_path_and_its_query()
    {
        using var call = Of(line);
        call.SetTag("url.full", $"https://sms.example.go.th/{Typed}?to=*").SetTag("http.request.method", "POST").SetTag("server.address", "sms.example.go.th");
        Assert.True(SentSpans.TryRedact(call));
        Assert.Equal(["http.request.method", "server.address"], call.TagObjects.Select(tag => tag.Key).Order());
        Assert.Equal("POST", call.DisplayName);
    }

    [Fact]
    public void What_cannot_be_taken_from_a_span_keeps_it_here()
    {
        using var broken = Of(web);
        broken.AddException(new InvalidOperationException(Typed));
        using var linked = web.StartActivity("linked", ActivityKind.Server, default(ActivityContext), links: [new(default, new() { ["a"] = Typed })]);
        using var foreign = Of(other);
        Assert.All((Activity?[])[broken, linked, foreign], span => Assert.False(SentSpans.TryRedact(span ?? throw new InvalidOperationException("No span."))));
    }

    [Fact]
    public void A_value_that_is_no_word_and_no_number_does_not_stay()
    {
        using var query = Of(own);
        query.SetTag(CommandSpans.Table, new[] { Typed }).SetTag(CommandSpans.Operation, "SELECT");
        Assert.True(SentSpans.TryRedact(query));
        Assert.Equal([CommandSpans.Operation], query.TagObjects.Select(tag => tag.Key));
    }

    private static Activity Of(ActivitySource source) => source.StartActivity($"span of {Typed}", ActivityKind.Server) ?? throw new InvalidOperationException("No span.");
}
