using System.Text.Json;

namespace Samachik.Site.Sms;

/// <summary>Reads a value out of JSON whose shape is another house's.</summary>
public static class GatewayJson
{
    /// <summary>Opens a text; null when it is no JSON.</summary>
    public static JsonDocument? Open(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// What stands at a path like <c>data.items.0.id</c>: a text, or a number, <c>true</c> or <c>false</c> as written;
    /// null when there is no such thing.
    /// </summary>
    public static string? At(JsonElement element, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var step in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out var inner)) element = inner;
            else if (element.ValueKind == JsonValueKind.Array && int.TryParse(step, out var at) && at >= 0 && at < element.GetArrayLength()) element = element[at];
            else return null;
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
            _ => null,
        };
    }
}
