using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Samachik.Site.Storage.Keys;

/// <summary>Encrypts the framework's keys (of cookies and forms) with our key ring before they are stored.</summary>
internal sealed class KeyRingXmlEncryptor(FieldCipher cipher) : IXmlEncryptor
{
    internal const string Column = "data_protection_keys.xml";
    internal const string Element = "samachikKey";

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = plaintextElement.ToString(SaveOptions.DisableFormatting);
        var value = Convert.ToBase64String(cipher.Seal(text, Column, Guid.Empty));
        return new EncryptedXmlInfo(new XElement(Element, value), typeof(KeyRingXmlDecryptor));
    }
}

/// <summary>Decrypts them again. The framework makes it by its name, from the services.</summary>
internal sealed class KeyRingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        var cipher = services.GetRequiredService<FieldCipher>();
        return XElement.Parse(cipher.Open(Convert.FromBase64String(encryptedElement.Value), KeyRingXmlEncryptor.Column, Guid.Empty));
    }
}
