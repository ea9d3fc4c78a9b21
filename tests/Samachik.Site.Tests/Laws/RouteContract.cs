namespace Samachik.Site.Tests.Laws;

/// <summary>The paths that others rely on, as the contract has them: those that answer today and those still to come.</summary>
public static class RouteContract
{
    /// <summary>Route patterns that answer today.</summary>
    public static IReadOnlyList<string> Today { get; } =
    [
        "/",
        "/sign-up", "/sign-up/agreement", "/sign-up/details", "/sign-up/phone-code", "/sign-up/registered", "/sign-up/done",
        "/sign-out",
        "/recovery",
        "/{document:regex(^(privacy|conduct)$)}", "/contact", "/accessibility",
        "/language",
        "/health/live", "/health/ready",
        "/dev/sms", "/dev/sms.json",
        "/assets/{name}",
    ];

    /// <summary>Routes of the house itself, which no client asks for: the page that tells faults, and what nobody else answers (404).</summary>
    public static IReadOnlyList<string> Inner { get; } = ["/errors/{status:int}", "/{**path}"];

    /// <summary>Paths that answer only in Development.</summary>
    public static IReadOnlyList<string> DevelopmentOnly { get; } = ["/dev/sms", "/dev/sms.json"];

    /// <summary>
    /// Paths that come later, with the issue that brings them: 3 living with the account, 4 real gateways, 5 officers,
    /// 6 production ground, 7 the board; null: sister sites, which have no issue yet.
    /// </summary>
    public static IReadOnlyList<(string Path, int? Issue)> Later { get; } =
    [
        ("/sign-in", 3), ("/sign-in/code", 3),
        ("/recovery/code", 3), ("/recovery/new-password", 3), ("/recovery/help", 3),
        ("/account", 3), ("/account/phone", 3), ("/account/password", 3), ("/account/sessions", 3), ("/account/activity", 3),
        ("/account/agreements", 3), ("/account/data", 3), ("/account/close", 3),
        ("/sms/receipts/kannel", 4),
        ("/officers", 5), ("/officers/sign-in", 5),
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
        ("/language", ["Culture", "ReturnUrl"]),
        ("/sign-out", []),
    ];
}
