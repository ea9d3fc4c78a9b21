using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Samachik.Site.Commands;
using Samachik.Site.Features.MyAccount;
using Samachik.Site.Features.NotMe;
using Samachik.Site.Features.Officers;
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
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Passwords;
using Samachik.Site.Telemetry;
using Samachik.Site.Texts;
using Samachik.Site.Web;

if (CommandLine.Answer(args, out var command) is { } exitCode) return exitCode;
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

try
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = CommandLine.Settings(args), ContentRootPath = AppContext.BaseDirectory });
    var settings = ReadSettings.From(builder.Configuration, builder.Environment.IsDevelopment(), sends: command.RunAsync is null);
    if (command.RunAsync is not null) builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None); // a command says itself what broke
    builder.AddRequestBodies();
    builder.Services.AddSingleton(settings);
    builder.Services.AddSingleton<TimeProvider>(new DatabaseClock(TimeProvider.System));
    LeavingNode.Add(builder.Services);
    builder.AddTelemetry(settings, isServing: command.RunAsync is null);
    builder.Services.AddStorage(settings);
    builder.Services.AddScoped<ImportRegister>();
    builder.Services.AddScoped<RotateKeys>();
    builder.Services.AddScoped<EndRevived>();
    builder.Services.AddSms(settings);
    builder.Services.AddMail(settings);
    builder.Services.AddNotices();
    builder.Services.AddLanguages(settings);
    builder.Services.AddSingleton<AgreementTexts>();
    builder.Services.AddSingleton<PublicTexts>();
    builder.Services.AddSingleton<RequestLimits>();
    builder.Services.AddSingleton<CookieKeys>();
    builder.Services.AddMemberAuthentication(settings);
    builder.Services.AddOfficerAuthentication(settings);
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
    builder.Services.AddOfficers();

    var app = builder.Build();
    if (command.RunAsync is { } run) return await run(app.Services, new(args));
    SettingsException.ThrowTogether(
        () => SmsFeature.CheckGateways(app.Services, settings),
        () => app.Services.GetRequiredService<KeyRing>(),
        () => app.Services.GetRequiredService<AgreementTexts>());
    app.Services.GetRequiredService<PublicTexts>();
    app.Services.GetRequiredService<AssetFiles>();
    app.Services.GetRequiredService<HugePages>().TellAtStart();
    app.Services.GetRequiredService<MetricsPort>();
    app.StartTelemetry();
    // Beside the pages' own preparations, which take as long.
    var database = Task.Run(async () =>
    {
        if (settings.IsDevelopment) await StorageFeature.MigrateAsync(app.Services);
        await StorageFeature.AtStartAsync(app.Services, async db =>
        {
            await app.Services.GetRequiredService<FollowClock>().LookAsync(default);
            await KeyCheck.RequireAsync(db, app.Services.GetRequiredService<KeyRing>());
            await app.Services.GetRequiredService<KeyWatch>().JoinAsync();
            await RegisterTable.WarnIfEmptyAsync(db, settings.SignUp.Register.Use, app.Services.GetRequiredService<ILogger<RegisterTable>>());
            await app.Services.GetRequiredService<PublishedAgreements>().ReadAsync(default);
            app.Services.GetRequiredService<CookieKeys>().Require();
        });
    });

    app.Use(app.Services.GetRequiredService<LeavingNode>().SendOnAsync);
    app.UseRequestSpan();
    app.UseRequestScope();
    app.UseTrustedProxies(settings);
    app.UseSecurityHeaders(settings);
    app.UseErrorPages();
    app.UseRequestLocalization();
    app.UseWhen(context => !ErrorPages.IsSecondPass(context), gate =>
    {
        gate.UseKnownHosts(settings);
        gate.Use(KnownMethods.RefuseOthersAsync);
        gate.Use(app.Services.GetRequiredService<RequestLimits>().CountAsync);
        gate.Use(app.Services.GetRequiredService<CookieKeys>().BeforeUseAsync);
        gate.UseRequestBodies();
        gate.Use(app.Services.GetRequiredService<BusySignIn>().AnswerAsync);
    });
    app.UsePageCompression();
    app.UseRouting();
    app.UseRouteOfSpan();
    app.UseMemberAuthentication();
    app.UseAuthorization();
    AssetFiles.Map(app);
    app.MapRazorPages();
    app.MapMyAccount();
    app.MapHealth();
    app.MapReceipts();
    if (settings.IsDevelopment) app.MapOutbox();
    app.MapMail(settings);
    ErrorPages.MapUnknown(app);

    await database;
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
