namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>SharedTexts.th.resx</c> and <c>SharedTexts.en.resx</c>.</summary>
public sealed class SharedTexts;
