using CrmStudio.App.Kit.Markup;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Kit.Marks;

/// <summary>A person as initials on a colour that stays theirs.</summary>
public partial class Avatar
{
    private const int Colours = 6;

    /// <summary>The person's name.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>20, 28 or 40 px.</summary>
    [Parameter] public AvatarSize Size { get; set; }

    /// <summary>True when the name stands beside it: then it is not read out twice.</summary>
    [Parameter] public bool Decorative { get; set; }

    /// <summary>The same as markup, 20 px: for cells and cards.</summary>
    public static Html Of(string name) => $"""<span class="avatar a{ColourOf(name)}" title="{name}" role="img" aria-label="{name}">{Initials(name)}</span>""";

    /// <summary>The same beside the name itself.</summary>
    public static Html Beside(string name) => $"""<span class="avatar a{ColourOf(name)}" aria-hidden="true">{Initials(name)}</span>""";

    private string Look => $"avatar{Size switch { AvatarSize.Medium => " avatar-m", AvatarSize.Large => " avatar-l", _ => "" }} a{ColourOf(Name)}";

    /// <summary>First letters of the first and the last word.</summary>
    public static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => "?",
            [var only] => First(only),
            [var first, .., var last] => First(first) + First(last),
        };

        static string First(string word) => System.Globalization.StringInfo.GetNextTextElement(word).ToUpperInvariant();
    }

    /// <summary>1 to 6, the same for the same name on every machine.</summary>
    public static int ColourOf(string name)
    {
        var mixed = 17u;
        foreach (var letter in name) mixed = (mixed * 31) + letter;
        return (int)(mixed % Colours) + 1;
    }
}
