using Microsoft.AspNetCore.Diagnostics;

namespace Samachik.Site.Sms.Receipts;

/// <summary>Where gateways post or get their receipts. No form stands here and no cookie counts: the word in the address is all.</summary>
public static class ReceiptEndpoint
{
    /// <summary>Maps both kinds of address.</summary>
    public static void MapReceipts(this IEndpointRouteBuilder app)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Post];
        app.MapMethods(ReceiptAddresses.Path + "/{gateway}/{word}", methods, (HttpContext context, string gateway, string word) =>
            TakeAsync(context, gateway, null, word)).AllowAnonymous().DisableAntiforgery();
        app.MapMethods(ReceiptAddresses.Path + "/{gateway}/{message:guid}/{word}", methods, (HttpContext context, string gateway, Guid message, string word) =>
            TakeAsync(context, gateway, message, word)).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> TakeAsync(HttpContext context, string gateway, Guid? message, string word)
    {
        // A program asks, not a person: no page for it, and no work for who does not know the word.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        var services = context.RequestServices;
        var one = services.GetRequiredService<GatewayChoice>().All.FirstOrDefault(known => known.Name == gateway);
        if (one is null || !services.GetRequiredService<ReceiptAddresses>().IsWord(one.Name, message, word)) return Results.NotFound();
        var receipt = await one.ReadReceiptAsync(context.Request, context.RequestAborted);

        // A message that is not known may be one whose answer is not on record yet: a gateway that repeats will find it.
        var isKnown = receipt is null
            || await services.GetRequiredService<TakeReceipt>().TakeAsync(one.Name, message, receipt, context.RequestAborted);
        return isKnown ? Results.Text("OK") : Results.NotFound();
    }
}
