namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>PhoneCodeTexts.th.resx</c> and <c>PhoneCodeTexts.en.resx</c>.</summary>
public sealed class PhoneCodeTexts;
