using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Samachik.Site.Commands;
using Samachik.Site.Features.MyAccount;
using Samachik.Site.Features.NotMe;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Features.Recovery;
using Samachik.Site.Features.Shared;
using Samachik.Site.Features.SignIn;
using Samachik.Site.Features.SignUp;
using Samachik.Site.Mail;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Sms.Outbox;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Texts;
using Samachik.Site.Web;

if (CommandLine.Answer(args, out var command) is { } exitCode) return exitCode;
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

try
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var settings = ReadSettings.From(builder.Configuration, builder.Environment.IsDevelopment(), sends: command.RunAsync is null);
    if (command.RunAsync is not null) builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None); // a command says itself what broke
    builder.AddRequestBodies();
    builder.Services.AddSingleton(settings);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddStorage(settings);
    builder.Services.AddSms(settings);
    builder.Services.AddMail(settings);
    builder.Services.AddNotices();
    builder.Services.AddLanguages(settings);
    builder.Services.AddSingleton<AgreementTexts>();
    builder.Services.AddSingleton<PublicTexts>();
    builder.Services.AddRequestLimits(settings);
    builder.Services.AddMemberAuthentication(settings);
    builder.Services.AddPages(settings);
    builder.Services.AddPageCompression();
    builder.Services.AddHealth();
    builder.Services.AddSingleton<MetricsPort>();
    builder.Services.AddPhoneCodes();
    builder.Services.AddSharedFields();
    builder.Services.AddSignUp();
    builder.Services.AddRecovery();
    builder.Services.AddNotMe();
    builder.Services.AddMyAccount();
    builder.Services.AddSignIn();

    var app = builder.Build();
    if (command.RunAsync is { } run) return await run(app.Services, new(args));
    SettingsException.ThrowTogether(
        () => SmsFeature.CheckGateways(app.Services, settings),
        () => app.Services.GetRequiredService<KeyRing>(),
        () => app.Services.GetRequiredService<AgreementTexts>());
    app.Services.GetRequiredService<PublicTexts>();
    app.Services.GetRequiredService<AssetFiles>();
    app.Services.GetRequiredService<MetricsPort>();
    if (settings.IsDevelopment) await StorageFeature.MigrateAsync(app.Services);
    await KeyCheck.AtStartAsync(app.Services);

    app.UseRequestScope();
    app.UseTrustedProxies(settings);
    app.UseSecurityHeaders(settings);
    app.UseErrorPages();
    app.UseRequestLocalization();
    app.UseWhen(context => !ErrorPages.IsSecondPass(context), gate =>
    {
        gate.UseKnownHosts(settings);
        gate.Use(KnownMethods.RefuseOthersAsync);
        gate.UseRateLimiter();
        gate.UseRequestBodies();
    });
    app.UsePageCompression();
    app.UseRouting();
    app.UseWhen(context => !ErrorPages.IsSecondPass(context), known => known.UseAuthentication());
    app.UseAuthorization();
    AssetFiles.Map(app);
    app.MapRazorPages();
    app.MapMyAccount();
    app.MapHealth();
    if (settings.IsDevelopment) app.MapOutbox();
    app.MapMail(settings);
    ErrorPages.MapUnknown(app);

    await app.RunAsync();
    return CommandLine.Succeeded;
}
catch (SettingsException e)
{
    foreach (var fault in e.Faults) await Console.Error.WriteLineAsync(fault);
    return CommandLine.Failed;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync("ASPNETCORE_URLS: another program listens at that address already.");
    return CommandLine.Failed;
}
catch (Exception e) when (DatabaseFaults.IsOutage(e))
{
    await Console.Error.WriteLineAsync("ConnectionStrings:Accounts: the database does not answer, or lets nobody in by that name.");
    return CommandLine.Failed;
}
