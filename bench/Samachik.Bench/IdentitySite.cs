namespace Samachik.Bench;

/// <summary>ASP.NET Core Identity's own endpoints, on the same PostgreSQL.</summary>
internal sealed class IdentitySite : IAsyncDisposable
{
    private readonly HttpMessageInvoker http;

    private IdentitySite(Served served, HttpMessageInvoker http) => (Served, this.http) = (served, http);

    /// <summary>The process.</summary>
    public Served Served { get; }

    /// <summary>Starts it, with the password hash that it comes with or with the site's.</summary>
    public static async Task<IdentitySite> StartAsync(string program, string server, HttpMessageInvoker http, bool withArgon2id) => new(
        await Served.StartAsync(
            program, "/form", null, ("ASPNETCORE_ENVIRONMENT", "Production"), ("Hash", withArgon2id ? "Argon2id" : ""),
            ("ConnectionStrings:Accounts", await Databases.MakeAsync(server, withArgon2id ? "identity_argon2id" : "identity"))),
        http);

    /// <summary>Makes an account.</summary>
    public Task RegisterAsync(Person person, CancellationToken stop) => PostAsync("/register", person, stop);

    /// <summary>A sign-in with a cookie.</summary>
    public Task SignInAsync(Person person, CancellationToken stop) => PostAsync("/login?useCookies=true", person, stop);

    /// <summary>The bare form page.</summary>
    public async Task GetFormAsync(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Served.Address, "/form"));
        using var answer = await http.SendAsync(request, stop);
        await answer.Content.ReadAsStringAsync(stop);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Served.DisposeAsync();

    private async Task PostAsync(string path, Person person, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Served.Address, path))
        {
            Content = JsonContent.Create(new { email = $"m{person.Id}@example.com", password = person.Password + "!Q1" }),
        };
        using var answer = await http.SendAsync(request, stop);
        await answer.Content.ReadAsStringAsync(stop);
        answer.EnsureSuccessStatusCode();
    }
}
