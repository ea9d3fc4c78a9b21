using System.Text.Json;

namespace Samachik.Site.Sms.Receipts;

/// <summary>The fields of a receipt, in its address, its form or its JSON.</summary>
public sealed class ReceiptFields
{
    private readonly HttpRequest request;
    private readonly JsonElement? json;

    private ReceiptFields(HttpRequest request, JsonElement? json) => (this.request, this.json) = (request, json);

    /// <summary>Reads the fields; a body that is no JSON has none.</summary>
    public static async Task<ReceiptFields> OfAsync(HttpRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!HttpMethods.IsPost(request.Method) || request.HasFormContentType) return new(request, null);
        using var reader = new StreamReader(request.Body);
        using var document = GatewayJson.Open(await reader.ReadToEndAsync(stop));
        return new(request, document?.RootElement.Clone());
    }

    /// <summary>The field of a name, in JSON by its path; null when there is none, or it is empty.</summary>
    public string? At(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0) return null;
        var value = json is { } body ? GatewayJson.At(body, name)
            : request.HasFormContentType && request.Form.TryGetValue(name, out var posted) ? posted.ToString()
            : request.Query[name].ToString();
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
