using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Storage;

/// <summary>Services in the background.</summary>
public sealed class RoundsTests
{
    [Fact]
    public async Task One_that_is_stopped_alone_ends_as_done_so_that_the_site_goes_on()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite);
        site.EnsureStarted();
        var services = site.Service<IEnumerable<IHostedService>>().OfType<BackgroundService>().Where(one => one.GetType().Assembly == typeof(Rounds).Assembly).ToList();
        Assert.NotEmpty(services);
        foreach (var service in services) await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.All(services, service => Assert.Equal((service.GetType().Name, (TaskStatus?)TaskStatus.RanToCompletion), (service.GetType().Name, service.ExecuteTask?.Status)));
        Assert.False(site.Service<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }
}
