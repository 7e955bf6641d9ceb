using System.Text;
using CrmStudio.Infrastructure.Platform.Search;

namespace CrmStudio.App.Shell.Search;

/// <summary>Where in a text the words of a query stand, whatever their case, accents and hyphens.</summary>
/// <param name="terms">Folded words: the typed ones, and those they were a slip of.</param>
public sealed class SearchMarks(IReadOnlyList<string> terms)
{
    private readonly IReadOnlyList<string> terms = [.. terms.Select(term => string.Concat(term.Where(letter => char.IsLetterOrDigit(letter) || letter == '@')))];

    /// <summary>Stretches of the text, in order, without overlap.</summary>
    public IReadOnlyList<Mark> In(string text)
    {
        var (folded, places, starts) = Folded(text);
        var marked = new bool[text.Length];
        foreach (var term in terms.Where(term => term.Length > 0))
        {
            var at = Enumerable.Range(0, Math.Max(0, folded.Length - term.Length + 1))
                .Where(i => string.CompareOrdinal(folded, i, term, 0, term.Length) == 0)
                .OrderByDescending(i => starts[i]).Cast<int?>().FirstOrDefault();
            if (at is { } from) marked.AsSpan(places[from].Start..places[from + term.Length - 1].End).Fill(true);
        }

        var marks = new List<Mark>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (!marked[i]) continue;
            var start = i;
            while (i < marked.Length && marked[i]) i++;
            marks.Add(new Mark(start, i - start));
        }
        return marks;
    }

    /// <summary>The letters and digits of the text, folded; where each came from, and whether a word begins there.</summary>
    private static (string Folded, List<(int Start, int End)> Places, List<bool> Starts) Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        var (places, starts, at, isInside) = (new List<(int, int)>(), new List<bool>(), 0, false);
        foreach (var letter in text.EnumerateRunes())
        {
            var isWord = Rune.IsLetterOrDigit(letter) || letter.Value is '@' or '.';
            foreach (var part in isWord && letter.Value != '.' ? SearchText.Fold(letter) : "")
            {
                folded.Append(part);
                places.Add((at, at + letter.Utf16SequenceLength));
                starts.Add(!isInside);
                isInside = true;
            }
            if (!isWord && letter.Value is not ('\'' or '’')) isInside = false;
            at += letter.Utf16SequenceLength;
        }
        return (folded.ToString(), places, starts);
    }
}
