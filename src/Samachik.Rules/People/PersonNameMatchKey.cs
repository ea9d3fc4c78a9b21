using System.Globalization;
using System.Text;

namespace Samachik.Rules.People;

/// <summary>
/// Writes a name's match key: letter by letter, each with its marks once and in order, then the vowels that follow.
/// The key of a key is the key itself.
/// </summary>
internal sealed class PersonNameMatchKey
{
    private readonly StringBuilder key = new();
    private readonly SortedSet<char> marks = new(Comparer<char>.Create(ByPlace));
    private readonly List<char> followers = [];
    private char letter;
    private char tone;

    private PersonNameMatchKey()
    {
    }

    /// <inheritdoc cref="PersonName.MatchKeyOf"/>
    public static string Of(string text)
    {
        var writer = new PersonNameMatchKey();
        foreach (var c in Plain(text)) writer.Read(c);
        writer.EndLetter();
        return writer.key.ToString();
    }

    /// <summary>Without letter case, Latin diacritics, spaces and signs; what is no Unicode text becomes U+FFFD.</summary>
    private static string Plain(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in PersonNameText.Repair(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (!IsLeftOut(rune)) bare.Append(rune);
        }
        var plain = new StringBuilder(bare.Length);
        foreach (var c in bare.ToString().Normalize().ToLowerInvariant())
            plain.Append(Unadorned(c));
        return plain.Replace("เเ", "แ").ToString();
    }

    // Controls too: NUL stands for "no letter yet" below.
    private static bool IsLeftOut(Rune rune)
    {
        var c = rune.IsBmp ? (char)rune.Value : '\0';
        if (PersonNameText.IsThaiMark(c)) return false;
        return PersonNameText.IsSeparator(c) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    // Letters that Unicode does not take apart, by the letter that they look like.
    private static string Unadorned(char c) => c switch
    {
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => c.ToString(),
    };

    // A vowel that stands before its letter, typed twice, is read as the one letter.
    private void Read(char c)
    {
        if (PersonNameText.IsTone(c)) tone = letter == '\0' ? '\0' : c;
        else if (PersonNameText.IsThaiMark(c)) AddMark(c);
        else if (c is 'ะ' or 'า' or 'ำ' or 'ๅ') AddFollower(c);
        else if (c is < 'เ' or > 'ไ' || c != letter || tone != '\0' || marks.Count + followers.Count > 0)
        {
            EndLetter();
            letter = c;
        }
    }

    private void AddMark(char mark)
    {
        if (letter != '\0') marks.Add(mark);
    }

    private void AddFollower(char vowel)
    {
        var follower = vowel == 'ๅ' && !(letter is 'ฤ' or 'ฦ' && followers.Count == 0) ? 'า' : vowel;
        if (followers.Count == 0 || followers[^1] != follower) followers.Add(follower);
    }

    private void EndLetter()
    {
        if (followers is ['า', ..] && marks.Remove('\u0E4D')) followers[0] = 'ำ';
        if (followers is ['ำ', 'ำ', ..]) followers.RemoveAt(0);
        if (letter != '\0') key.Append(letter);
        if (tone != '\0') marks.Add(tone);
        foreach (var mark in marks) key.Append(mark);
        foreach (var follower in followers) key.Append(follower);
        (letter, tone) = ('\0', '\0');
        marks.Clear();
        followers.Clear();
    }

    private static int ByPlace(char one, char other) =>
        (PersonNameText.Place(one), one).CompareTo((PersonNameText.Place(other), other));
}
