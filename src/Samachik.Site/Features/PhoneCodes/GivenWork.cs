using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Samachik.Site.Settings;
using Samachik.Site.Web;

namespace Samachik.Site.Features.PhoneCodes;

/// <summary>
/// The proof of work that a form brought: a number so that the SHA-256 of its stamp, a colon and the number begins
/// with so many zero bits. The stamp is good once, so the work is too.
/// </summary>
public sealed class GivenWork(FormStamps stamps, SiteSettings settings, IHttpContextAccessor accessor)
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "Work";

    private const int BitsOfByte = 8;

    /// <summary>Whether this request brought it.</summary>
    public bool IsDone => accessor.HttpContext?.Request is { HasFormContentType: true } request
        && ulong.TryParse(request.Form[Field].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && stamps.Given is not null
        && ZeroBits(SHA256.HashData(Encoding.UTF8.GetBytes($"{stamps.Text}:{number}"))) >= settings.PhoneCodes.Guard.WorkBits;

    private static int ZeroBits(ReadOnlySpan<byte> hash)
    {
        var zeroes = hash.IndexOfAnyExcept((byte)0);
        return zeroes < 0 ? hash.Length * BitsOfByte : (zeroes * BitsOfByte) + BitOperations.LeadingZeroCount((uint)hash[zeroes]) - 24;
    }
}
