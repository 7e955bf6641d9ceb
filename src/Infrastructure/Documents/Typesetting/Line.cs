namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>One line of a paragraph.</summary>
/// <param name="Start">Its first glyph.</param>
/// <param name="End">The glyph after its last, spaces at the end included.</param>
/// <param name="Inked">The glyph after the last that is not such a space.</param>
/// <param name="Width">Width of what is inked, in points.</param>
/// <param name="IsLast">True when the paragraph, or what stands before a line break in it, ends here.</param>
internal readonly record struct Line(int Start, int End, int Inked, double Width, bool IsLast);
