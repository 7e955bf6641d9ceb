using System.Text;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>A finished document.</summary>
/// <param name="Content">The file.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Unprintable">Characters no font here has: each is printed as a box, and stays in the text that is copied and searched.</param>
public sealed record PdfFile(byte[] Content, int Pages, IReadOnlyList<Rune> Unprintable);
