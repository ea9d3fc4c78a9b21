namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>StaffTexts.th.resx</c> and <c>StaffTexts.en.resx</c>.</summary>
public sealed class StaffTexts;
