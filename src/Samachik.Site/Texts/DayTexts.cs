namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>DayTexts.th.resx</c> and <c>DayTexts.en.resx</c>.</summary>
public sealed class DayTexts;
