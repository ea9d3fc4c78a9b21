namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>OfficerTexts.th.resx</c> and <c>OfficerTexts.en.resx</c>.</summary>
public sealed class OfficerTexts;
