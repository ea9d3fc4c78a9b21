namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>MyAccountTexts.th.resx</c> and <c>MyAccountTexts.en.resx</c>.</summary>
public sealed class MyAccountTexts;
