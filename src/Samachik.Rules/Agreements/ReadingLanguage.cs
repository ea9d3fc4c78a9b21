namespace Samachik.Rules.Agreements;

/// <summary>The languages that every text of the site has. Thai is the default.</summary>
public enum ReadingLanguage
{
    /// <summary>Thai, <c>th</c>.</summary>
    Thai,

    /// <summary>English, <c>en</c>.</summary>
    English,
}

/// <summary>The language's tag, as in HTML, in file names and in the database.</summary>
public static class LanguageTag
{
    /// <summary>The tag of a language.</summary>
    public static string Of(ReadingLanguage language) => language switch
    {
        ReadingLanguage.Thai => "th",
        ReadingLanguage.English => "en",
    };

    /// <summary>The language of a tag; every tag that we do not have reads Thai.</summary>
    public static ReadingLanguage Read(string? tag) =>
        tag == "en" ? ReadingLanguage.English : ReadingLanguage.Thai;
}
