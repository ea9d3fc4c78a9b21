using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Storage.Keys;

/// <summary>
/// Encrypts the framework's keys of cookies and forms anew with the key in use. They stay the same keys: nobody is signed out.
/// </summary>
public sealed class ResealCookieKeys(MembersDb db, FieldCipher cipher)
{
    /// <summary>All of them, for there are few; how many were encrypted with an older key, and how many do not open.</summary>
    public async Task<(int Changed, int Unreadable)> RunAsync(CancellationToken stop)
    {
        var (changed, unreadable) = (0, 0);
        foreach (var row in await db.DataProtectionKeys.AsNoTracking().OrderBy(row => row.Id).ToListAsync(stop))
        {
            try
            {
                if (Reseal(row) is not { } xml) continue;
                await db.DataProtectionKeys.Where(one => one.Id == row.Id && one.Xml == row.Xml)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Xml, xml), stop);
                changed++;
            }
            catch (Exception e) when (e is CryptographicException or FormatException or System.Xml.XmlException)
            {
                unreadable++;
            }
        }

        return (changed, unreadable);
    }

    // Null when nothing of it is encrypted, or all of it with the key in use.
    private string? Reseal(DataProtectionKey row)
    {
        var xml = XElement.Parse(row.Xml ?? "<key/>", LoadOptions.PreserveWhitespace);
        var changed = false;
        foreach (var element in xml.Descendants(KeyRingXmlEncryptor.Element))
        {
            var old = Convert.FromBase64String(element.Value);
            var resealed = cipher.Reseal(old, KeyRingXmlEncryptor.Column, Guid.Empty);
            changed |= resealed != old;
            element.Value = Convert.ToBase64String(resealed);
        }

        return changed ? xml.ToString(SaveOptions.DisableFormatting) : null;
    }
}
