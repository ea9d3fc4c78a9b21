namespace Samachik.Site.Texts;

/// <summary>Names the texts of <c>RecoveryTexts.th.resx</c> and <c>RecoveryTexts.en.resx</c>.</summary>
public sealed class RecoveryTexts;
