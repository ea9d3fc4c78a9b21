namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>DataRequestTexts.th.resx</c> and <c>DataRequestTexts.en.resx</c>.</summary>
public sealed class DataRequestTexts;
