namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>How many slips of the keyboard lie between two words: a letter more, less, another one, or two swapped.</summary>
public static class Misspelling
{
    /// <summary>Slips forgiven: none in short words, one from four letters, two from eight.</summary>
    public static int Allowed(string word) => word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>Slips between two words; more than <paramref name="most"/> is not counted out.</summary>
    public static int Count(string typed, string word, int most)
    {
        if (Math.Abs(typed.Length - word.Length) > most) return most + 1;
        Span<int> before = stackalloc int[word.Length + 1], last = stackalloc int[word.Length + 1], now = stackalloc int[word.Length + 1];
        for (var j = 0; j <= word.Length; j++) last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[word.Length];
    }

    /// <summary>
    /// Parts of which as many slips as are forgiven leave one whole: two for one slip (the middle is then the word itself), three for
    /// two. A letter lies between them, so that two swapped letters hurt one part only.
    /// </summary>
    public static (string Start, string Middle, string End) Parts(string word)
    {
        if (Allowed(word) < 2)
        {
            var half = Math.Max(0, (word.Length - 1) / 2);
            return (word[..half], word, word[^half..]);
        }
        var third = (word.Length - 2) / 3;
        return (word[..third], word[(third + 1)..^(third + 1)], word[^third..]);
    }
}
