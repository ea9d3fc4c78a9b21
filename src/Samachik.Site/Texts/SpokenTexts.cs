using System.Globalization;
using System.Resources;
using Samachik.Rules.Agreements;

namespace Samachik.Site.Texts;

/// <summary>Texts in a language that is not the reader's of this request: messages go out in their receiver's.</summary>
public static class SpokenTexts
{
    /// <summary>A text of a part, with its holes filled.</summary>
    /// <exception cref="InvalidOperationException">There is no such text: a programmer's mistake.</exception>
    public static string Of<TTexts>(ReadingLanguage language, string key, params object[] arguments)
    {
        var text = Part<TTexts>.Texts.GetString(key, CultureInfo.GetCultureInfo(LanguageTag.Of(language)))
            ?? throw new InvalidOperationException($"{typeof(TTexts).Name} has no {key}.");
        return string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    /// <summary>Whether a part has such a text.</summary>
    public static bool Has<TTexts>(string key) =>
        Part<TTexts>.Texts.GetResourceSet(CultureInfo.GetCultureInfo("th"), createIfNotExists: true, tryParents: false)?.GetString(key) is not null;

    private static class Part<TTexts>
    {
        public static readonly ResourceManager Texts = new(typeof(TTexts));
    }
}
