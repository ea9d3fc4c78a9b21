namespace Samachik.Site.Tests.Laws;

/// <summary>The paths that others rely on, as the contract has them: those that answer today and those still to come.</summary>
public static class RouteContract
{
    /// <summary>Route patterns that answer today.</summary>
    public static IReadOnlyList<string> Today { get; } =
    [
        "/",
        "/sign-up", "/sign-up/agreement", "/sign-up/details", "/sign-up/phone-code", "/sign-up/registered", "/sign-up/done",
        "/sign-in", "/sign-in/code", "/sign-in/agreement", "/sign-in/frozen", "/sign-in/suspended", "/sign-in/returning",
        "/sign-out",
        "/recovery", "/recovery/code", "/recovery/email-code", "/recovery/new-password", "/recovery/waiting", "/recovery/officer", "/recovery/officer-code", "/recovery/done",
        "/recovery/help", "/recovery/help/sent", "/not-me/{word}", "/not-me/done",
        "/account", "/account/proof", "/account/password", "/account/phone", "/account/phone/code", "/account/email", "/account/email/code",
        "/account/name", "/account/sessions", "/account/activity", "/account/who-looked", "/account/agreements",
        "/account/data", "/account/data/schema.json", "/account/close", "/account/close/asked",
        "/{document:regex(^(privacy|conduct)$)}", "/contact", "/accessibility",
        "/language",
        "/health/live", "/health/ready",
        "/sms/receipts/{gateway}/{word}", "/sms/receipts/{gateway}/{message:guid}/{word}",
        "/account/stay",
        "/officers", "/officers/day", "/officers/sign-in", "/officers/sign-out", "/officers/invitation/{word}",
        "/officers/people/{id:guid}", "/officers/people/{id:guid}/note", "/officers/people/{id:guid}/lift", "/officers/people/{id:guid}/send",
        "/officers/people/{id:guid}/phone", "/officers/people/{id:guid}/suspension",
        "/officers/approvals", "/officers/proofs", "/officers/people/{id:guid}/approval", "/officers/people/{id:guid}/recovery",
        "/officers/people/{id:guid}/dispute", "/officers/people/{id:guid}/suspension-for-good", "/officers/people/{id:guid}/level",
        "/officers/people/{id:guid}/proof", "/officers/people/{id:guid}/call-off",
        "/officers/trail", "/officers/trail/copy", "/officers/looks",
        "/officers/staff", "/officers/staff/invite", "/officers/staff/invited", "/officers/staff/{id:guid}/end",
        "/officers/people/{id:guid}/data-request", "/officers/requests", "/officers/requests/{id:guid}",
        "/officers/agreements", "/officers/agreements/new", "/officers/agreements/{id:guid}", "/officers/agreements/{id:guid}/draft",
        "/dev/sms", "/dev/sms.json", "/dev/mail", "/dev/mail.json",
        "/assets/{name}",
    ];

    /// <summary>Routes of the house itself, which no client asks for: the page that tells faults, and what nobody else answers (404).</summary>
    public static IReadOnlyList<string> Inner { get; } = ["/errors/{status:int}", "/{**path}"];

    /// <summary>Paths that answer only in Development.</summary>
    public static IReadOnlyList<string> DevelopmentOnly { get; } = ["/dev/sms", "/dev/sms.json", "/dev/mail", "/dev/mail.json"];

    /// <summary>
    /// Paths that come later, with the issue that brings them: 3 living with the account, 4 real gateways, 5 officers,
    /// 6 production ground, 7 the board; null: sister sites, which have no issue yet.
    /// </summary>
    public static IReadOnlyList<(string Path, int? Issue)> Later { get; } =
    [
        ("/board", 7),
        ("/.well-known/openid-configuration", null), ("/connect/authorize", null), ("/connect/token", null),
    ];

    /// <summary>The forms: path, handler, and the fields of the contract.</summary>
    public static IReadOnlyList<(string Action, string[] Fields)> Forms { get; } =
    [
        ("/sign-up/agreement", ["AcceptPrivacy", "AcceptConduct"]),
        ("/sign-up/details",
            ["NationalId", "Phone", "Password", "ConfirmPassword", "FirstName", "LastName", "NoLastName", "BirthDay", "BirthMonth", "BirthYear"]),
        ("/sign-up/phone-code", ["Code"]),
        ("/sign-up/phone-code?handler=Resend", []),
        ("/sign-in", ["NationalId", "Password", "ReturnUrl"]),
        ("/sign-in/code", ["Code", "RememberBrowser"]),
        ("/sign-in/code?handler=Resend", []),
        ("/sign-in/agreement", ["AcceptPrivacy", "AcceptConduct"]),
        ("/sign-in/returning", []),
        ("/sign-in/returning?handler=Leave", []),
        ("/account/proof", ["Password", "ReturnUrl"]),
        ("/account/password", ["Password", "ConfirmPassword"]),
        ("/account/phone", ["Phone"]),
        ("/account/phone/code", ["Code"]), ("/account/phone/code?handler=Resend", []),
        ("/account/email", ["Email"]),
        ("/account/email/code", ["Code"]), ("/account/email/code?handler=Resend", []),
        ("/account/name", ["FirstName", "LastName", "NoLastName"]),
        ("/account/sessions?handler=End", ["Id"]), ("/account/sessions?handler=EndOthers", []),
        ("/account/sessions?handler=Forget", ["Id"]), ("/account/sessions?handler=ForgetAll", []),
        ("/account/activity?handler=NotMe", ["Id"]),
        ("/account/data?handler=Download", []),
        ("/account/close", ["CloseAccount"]),
        ("/recovery", ["NationalId"]),
        ("/recovery/code", ["Code"]), ("/recovery/code?handler=Resend", []),
        ("/recovery/new-password", ["Password", "ConfirmPassword"]),
        ("/recovery/help", ["NationalId", "Phone", "Note"]),
        ("/recovery/officer-code", ["NationalId", "RecoveryCode"]),
        ("/language", ["Culture", "ReturnUrl"]),
        ("/sign-out", []),
        ("/account/stay", ["ReturnUrl"]),
        ("/officers/sign-in", ["Number", "Password", "Code"]),
    ];
}
