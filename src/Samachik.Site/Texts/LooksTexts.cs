namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>LooksTexts.th.resx</c> and <c>LooksTexts.en.resx</c>.</summary>
public sealed class LooksTexts;
