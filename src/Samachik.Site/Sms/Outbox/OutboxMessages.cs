using System.Text.Json;
using System.Text.RegularExpressions;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Sms.Outbox;

/// <summary>One message as the outbox page shows it.</summary>
public sealed record OutboxMessage(string To, string Text, string? Reference, string? Code, DateTimeOffset At)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(OutboxMessage);
}

/// <summary>
/// What the outbox "sent", newest first. It outlives a restart in a file beside the keys, encrypted, so that even in
/// Development no number or code lies about in clear.
/// </summary>
public sealed partial class OutboxMessages
{
    private const int Kept = 500;
    private const string Column = "outbox.line";

    private readonly LinkedList<OutboxMessage> messages = new();
    private readonly FieldCipher cipher;
    private readonly string file;
    private readonly Lock gate = new();

    /// <summary>Opens the outbox with what is left from before.</summary>
    public OutboxMessages(FieldCipher cipher, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        ArgumentNullException.ThrowIfNull(settings);
        this.cipher = cipher;
        file = Path.Combine(settings.Storage.KeysFolder, "outbox.sealed");
        if (!File.Exists(file)) return;
        var lines = File.ReadAllLines(file);
        foreach (var line in lines.TakeLast(Kept)) Remember(Read(line));
        if (lines.Length > 2 * Kept) File.WriteAllLines(file, lines.TakeLast(Kept));
    }

    /// <summary>Adds a message; on disk before it counts as sent.</summary>
    public void Add(string to, string text, DateTimeOffset at)
    {
        var reference = ReferenceInText().Match(text) is { Success: true } letters ? letters.Groups[1].Value : null;
        var code = reference is not null && CodeInText().Match(text) is { Success: true } found ? found.Value : null;
        var message = new OutboxMessage(to, text, reference, code, at);
        var line = Convert.ToBase64String(cipher.Seal(JsonSerializer.Serialize(message), Column, Guid.Empty));
        lock (gate)
        {
            File.AppendAllText(file, line + "\n");
            Remember(message);
        }
    }

    /// <summary>The messages, newest first; to one number only, if one is given.</summary>
    public IReadOnlyList<OutboxMessage> Newest(string? to = null)
    {
        lock (gate) return [.. messages.Where(message => to is null || message.To == to)];
    }

    private void Remember(OutboxMessage? message)
    {
        if (message is null) return;
        messages.AddFirst(message);
        if (messages.Count > Kept) messages.RemoveLast();
    }

    // A line cut short by a kill is passed over.
    private OutboxMessage? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<OutboxMessage>(cipher.Open(Convert.FromBase64String(line), Column, Guid.Empty));
        }
        catch (Exception e) when (e is FormatException or JsonException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{4,10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CodeInText();

    [GeneratedRegex(@"(?:อ้างอิง|Reference) ([A-Z]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceInText();
}
