using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Writes the member's copy as JSON, and that it was taken.</summary>
public sealed class DownloadData(CopyMember copy, CurrentMember current, AuditTrail trail, MembersDb db, TimeProvider time)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "samachik-member-data.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,

        // A file to be read, never a part of a page: Thai letters and + stand as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LanguageConverter(), new JsonStringEnumConverter() },
    };

    /// <summary>The file's bytes.</summary>
    public async Task<byte[]> WriteAsync()
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(await copy.ReadAsync(), Json);
        trail.Add(db, AuditAct.DataDownloaded, current.Id, current.Network, time.GetUtcNow(), session: current.SessionId);
        await db.SaveActAsync();
        return bytes;
    }

    private sealed class LanguageConverter : JsonConverter<ReadingLanguage>
    {
        public override ReadingLanguage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LanguageTag.Read(reader.GetString());

        public override void Write(Utf8JsonWriter writer, ReadingLanguage value, JsonSerializerOptions options)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.WriteStringValue(LanguageTag.Of(value));
        }
    }
}
