using System.Collections.Concurrent;
using System.Net;

namespace Samachik.Faults;

/// <summary>People who sign up one after another, several at a time, until they are let go; whoever meets a fault leaves, and another comes.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentBag<Person> told = [];
    private readonly ConcurrentBag<string> faults = [];
    private readonly Task[] people;
    private int atCode;

    /// <summary>Lets them come.</summary>
    /// <param name="atATime">How many at a time.</param>
    /// <param name="comes">A newcomer at their browser.</param>
    /// <param name="code">The code that was sent to them.</param>
    public Crowd(int atATime, Func<Applicant> comes, Func<Applicant, Task<string>> code) =>
        people = [.. Enumerable.Range(0, atATime).Select(_ => Task.Run(() => ComeAsync(comes, code)))];

    /// <summary>At the node's own door, with its outbox.</summary>
    public Crowd(int atATime, Uri address)
        : this(atATime, () => new Applicant(address), applicant => applicant.CodeAsync())
    {
    }

    /// <summary>Who was told that they are signed up.</summary>
    public IReadOnlyCollection<Person> Told => told;

    /// <summary>Whatever anybody saw that was not the next page.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>How many have come as far as the code page.</summary>
    public int AtCode => Volatile.Read(ref atCode);

    /// <summary>Waits until so many more were told.</summary>
    public async Task<TimeSpan> MoreAsync(int more, TimeSpan most)
    {
        var before = told.Count;
        return await Eventually.TrueAsync(most, () => Task.FromResult(told.Count >= before + more), $"{more} more sign-ups beside {faults.Count} faults: {faults.FirstOrDefault()}");
    }

    /// <summary>Lets them go; those who are under way finish.</summary>
    public async Task EndAsync()
    {
        await over.CancelAsync();
        await Task.WhenAll(people);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        over.Dispose();
    }

    private async Task ComeAsync(Func<Applicant> comes, Func<Applicant, Task<string>> code)
    {
        while (!over.IsCancellationRequested)
        {
            using var applicant = comes();
            try
            {
                if (await IsToldAsync(applicant, code)) told.Add(applicant.Person);
                else faults.Add($"{applicant.Path} answered {applicant.Status}");
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or Xunit.Sdk.XunitException)
            {
                faults.Add(e.Message);
            }
        }
    }

    private async Task<bool> IsToldAsync(Applicant applicant, Func<Applicant, Task<string>> code)
    {
        await applicant.GetAsync("/sign-up/agreement");
        if (applicant.Status != HttpStatusCode.OK) return false;
        await applicant.AgreeAsync();
        if (applicant.Path != "/sign-up/details") return false;
        await applicant.GiveDetailsAsync();
        if (applicant.Path != "/sign-up/phone-code") return false;
        Interlocked.Increment(ref atCode);
        await applicant.TypeCodeAsync(await code(applicant));
        return applicant.Path == "/sign-up/done";
    }
}
