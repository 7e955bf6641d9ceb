using System.Collections.Concurrent;
using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.Icon;

/// <summary>Icons as markup, without a component each: for the shell and for what is drawn by the hundred.</summary>
public static class Icons
{
    private static readonly ConcurrentDictionary<(string Name, bool IsSmall), Piece> made = new();
    private static string sheet = "img/icons.svg";

    /// <summary>Address of the sheet of symbols with its fingerprint; the document says it before anything is drawn.</summary>
    public static string Sheet
    {
        get => sheet;
        set
        {
            if (sheet == value) return;
            sheet = value;
            made.Clear();
        }
    }

    /// <summary>An icon beside a word that says the same.</summary>
    /// <param name="name">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
    /// <param name="isSmall">12 px instead of 16.</param>
    public static Piece Of(string name, bool isSmall = false) =>
        made.GetOrAdd((name, isSmall), icon => Html.Of($"""<svg class="{(icon.IsSmall ? "i i-s" : "i")}" aria-hidden="true"><use href="{Sheet}#i-{icon.Name}"></use></svg>"""));
}
