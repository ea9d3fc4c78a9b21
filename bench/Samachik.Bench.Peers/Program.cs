using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samachik.Bench.Peers;

// What the site is measured beside: a bare Razor form page, and ASP.NET Core Identity's own endpoints.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders();
builder.Services.AddRazorPages();
if (builder.Configuration.GetConnectionString("Accounts") is { Length: > 0 } connection)
{
    builder.Services.AddDbContextPool<AccountsDb>(options => options.UseNpgsql(connection));
    builder.Services.AddAuthorization();
    builder.Services.AddIdentityApiEndpoints<IdentityUser>().AddEntityFrameworkStores<AccountsDb>();
    if (builder.Configuration["Hash"] == "Argon2id") builder.Services.AddSingleton<IPasswordHasher<IdentityUser>, Argon2idHasher>();
}

var app = builder.Build();
app.MapRazorPages();
if (app.Services.GetService<IServiceScopeFactory>() is { } scopes && app.Configuration.GetConnectionString("Accounts") is { Length: > 0 })
{
    await using (var scope = scopes.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.EnsureCreatedAsync();
    app.MapIdentityApi<IdentityUser>();
}

await app.RunAsync();
