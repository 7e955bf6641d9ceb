namespace CrmStudio.Infrastructure.Documents;

/// <summary>How text is set. Immutable: <c>style => style.Bold().Sized(9)</c> makes a new one.</summary>
public sealed record TextStyle
{
    /// <summary>What a document begins with.</summary>
    public static TextStyle Default { get; } = new();

    /// <summary>The family.</summary>
    public FontFamily Family { get; init; } = FontFamily.Serif;

    /// <summary>Size in points.</summary>
    public double Size { get; init; } = 10.5;

    /// <summary>Distance of lines, as a multiple of the size.</summary>
    public double Leading { get; init; } = 1.4;

    /// <summary>Space added after each glyph, in thousandths of the size.</summary>
    public double Tracking { get; init; }

    /// <summary>Semi-bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Italic, in the serif family.</summary>
    public bool IsItalic { get; init; }

    /// <summary>Underlined.</summary>
    public bool IsUnderlined { get; init; }

    /// <summary>Figures of one width, so that amounts stand below each other.</summary>
    public bool HasTabularFigures { get; init; }

    /// <summary>Small letters become small capitals, in the serif family.</summary>
    public bool HasSmallCapitals { get; init; }

    /// <summary>The colour.</summary>
    public Ink Ink { get; init; } = Ink.Black;

    /// <summary>Semi-bold.</summary>
    public TextStyle Bold() => this with { IsBold = true };

    /// <summary>Italic.</summary>
    public TextStyle Italic() => this with { IsItalic = true };

    /// <summary>Underlined.</summary>
    public TextStyle Underlined() => this with { IsUnderlined = true };

    /// <summary>Another size, in points.</summary>
    public TextStyle Sized(double points) => this with { Size = points };

    /// <summary>Another distance of lines, as a multiple of the size.</summary>
    public TextStyle Led(double leading) => this with { Leading = leading };

    /// <summary>Another colour.</summary>
    public TextStyle Colored(Ink ink) => this with { Ink = ink };

    /// <summary>The sans-serif family.</summary>
    public TextStyle Sans() => this with { Family = FontFamily.Sans };

    /// <summary>The serif family.</summary>
    public TextStyle Serif() => this with { Family = FontFamily.Serif };

    /// <summary>Figures of one width.</summary>
    public TextStyle Tabular() => this with { HasTabularFigures = true };

    /// <summary>Small capitals, a little apart as they should stand.</summary>
    public TextStyle SmallCapitals() => this with { HasSmallCapitals = true, Tracking = 40 };

    /// <summary>Space added after each glyph, in thousandths of the size.</summary>
    public TextStyle Tracked(double thousandths) => this with { Tracking = thousandths };
}
