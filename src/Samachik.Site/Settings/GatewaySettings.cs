using Samachik.Site.Sms;

namespace Samachik.Site.Settings;

/// <summary>A Kannel of the office: its sendsms address, its user there, and the sender's name. Prints no password.</summary>
public sealed record KannelSettings(Uri? Url, string User, string Password, string Sender)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(KannelSettings);
}

/// <summary>The two qualities in which ThaiBulkSMS sells messages.</summary>
public enum ThaiBulkSmsForce
{
    /// <summary>Straight to the operators, under the office's own name, with receipts of the phone.</summary>
    Corporate,

    /// <summary>The cheaper way, without receipts.</summary>
    Standard,
}

/// <summary>The office's account at ThaiBulkSMS. Prints no key.</summary>
public sealed record ThaiBulkSmsSettings(Uri? Url, string Key, string Secret, string Sender, ThaiBulkSmsForce Force)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ThaiBulkSmsSettings);
}

/// <summary>The methods that a gateway of JSON may want.</summary>
public enum HttpJsonMethod
{
    /// <summary>POST.</summary>
    Post,

    /// <summary>PUT.</summary>
    Put,
}

/// <summary>A header that a gateway wants; prints nothing of it.</summary>
public sealed record HttpJsonHeader(string Name, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(HttpJsonHeader);
}

/// <summary>A gateway that takes JSON over HTTP, told in words of its documentation. Prints none of its headers.</summary>
/// <param name="Url">Where messages go.</param>
/// <param name="Method">By which method.</param>
/// <param name="Headers">Names and values; keys and passwords stand here.</param>
/// <param name="Body">JSON with <c>{to}</c>, <c>{text}</c>, <c>{id}</c>, <c>{sender}</c> and <c>{receipts}</c>.</param>
/// <param name="Sender">What stands for <c>{sender}</c>.</param>
/// <param name="IdPath">Where the answer holds the gateway's own name for the message; empty: nowhere.</param>
/// <param name="StatusPath">Where it tells what became of the message; empty: by the HTTP status alone.</param>
/// <param name="Answers">Which values there mean what.</param>
/// <param name="Receipts">How its receipts are read.</param>
/// <param name="Repeats">What it does with a message that it had before.</param>
/// <param name="ReceiptWindow">How long after handing over a receipt may still tell that it had the message.</param>
public sealed record HttpJsonSettings(
    Uri? Url, HttpJsonMethod Method, IReadOnlyList<HttpJsonHeader> Headers, string Body, string Sender,
    string IdPath, string StatusPath, HttpJsonAnswers Answers, HttpJsonReceipts Receipts, SmsRepeats Repeats, TimeSpan ReceiptWindow)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(HttpJsonSettings);
}

/// <summary>Which values of the answer mean what; any other of a 2xx means that nothing is known.</summary>
public sealed record HttpJsonAnswers(
    IReadOnlyList<string> Accepted, IReadOnlyList<string> TryAgain, IReadOnlyList<string> Number,
    IReadOnlyList<string> Barred, IReadOnlyList<string> Words, IReadOnlyList<string> Account);

/// <summary>Where a receipt holds the gateway's name for the message and its status, and which values mean what.</summary>
public sealed record HttpJsonReceipts(
    string IdPath, string StatusPath, IReadOnlyList<string> Delivered, IReadOnlyList<string> Failed, IReadOnlyList<string> Buffered);
