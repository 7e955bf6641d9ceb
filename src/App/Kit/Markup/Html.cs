using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CrmStudio.App.Kit.Markup;

/// <summary>
/// A piece of HTML written as an interpolated string: what stands in the program is markup, what is put into it is text and gets encoded,
/// unless it is <see cref="Html"/> or a <see cref="Piece"/> itself. For what is drawn by the hundred, where a component each would
/// weigh kilobytes per circuit. It is used once; what is to stay is taken as a <see cref="Piece"/>.
/// </summary>
[InterpolatedStringHandler]
public readonly struct Html
{
    private const int MostSpare = 4096;
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);
    [ThreadStatic] private static StringBuilder? spare;
    private readonly StringBuilder? text;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Html(int literalLength, int formattedCount)
    {
        (text, spare) = (spare ?? new StringBuilder(literalLength + formattedCount * 16), null);
    }

    /// <summary>The piece as Razor takes it.</summary>
    public static Piece Of(Html html) => new(html.Take(isShared: false));

    /// <summary>The piece as Razor takes it, for what many circuits show alike: it is kept once for all of them.</summary>
    public static Piece Shared(Html html) => new(html.Take(isShared: true));

    /// <summary>Goes on with a further piece.</summary>
    public void Add(Html more) => AppendFormatted(more);

    public void AppendLiteral(string markup) => text!.Append(markup);

    public void AppendFormatted(string? value)
    {
        if (!string.IsNullOrEmpty(value)) text!.Append(encoder.Encode(value));
    }

    public void AppendFormatted(Piece piece) => text!.Append(piece.ToString());

    public void AppendFormatted(Html inner)
    {
        if (inner.text is null) return;
        text!.Append(inner.text);
        inner.Release();
    }

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>The markup, and the end of the piece.</summary>
    private string Take(bool isShared)
    {
        if (text is null) return "";
        var made = text.ToString();
        Release();
        return isShared ? SharedText.Of(made) : made;
    }

    private void Release()
    {
        if (text!.Capacity > MostSpare) return;
        text.Clear();
        spare = text;
    }
}
