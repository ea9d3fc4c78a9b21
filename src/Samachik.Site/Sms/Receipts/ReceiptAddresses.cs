using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Sms.Receipts;

/// <summary>
/// Where gateways tell what became of messages. The last part of each address is a word that only this site can make, for
/// one gateway, or for one message at one gateway: who knows it was given it.
/// </summary>
public sealed class ReceiptAddresses(LookupHash hash, SiteSettings settings)
{
    /// <summary>Where all of them begin.</summary>
    public const string Path = "/sms/receipts";

    /// <summary>The address for all receipts of a gateway; the message must be named in them.</summary>
    public Uri Of(string gateway) => Under($"{gateway}/{Word(gateway, null)}");

    /// <summary>The address for the receipts of one message.</summary>
    public Uri Of(string gateway, Guid message) => Under($"{gateway}/{message:D}/{Word(gateway, message)}");

    /// <summary>Whether a word is the right one, compared in constant time.</summary>
    public bool IsWord(string gateway, Guid? message, string word) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(word), Encoding.UTF8.GetBytes(Word(gateway, message)));

    private string Word(string gateway, Guid? message) => Base64Url.EncodeToString(hash.OfReceipts(gateway, message));

    private Uri Under(string rest) => new($"{settings.Sms.ReceiptsUrl.ToString().TrimEnd('/')}{Path}/{rest}");
}
