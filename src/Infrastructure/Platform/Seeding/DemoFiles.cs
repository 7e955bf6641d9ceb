using System.Security.Cryptography;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Documents;
using CrmStudio.Infrastructure.Platform.Storage;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>The files borrowers of the demo sent: one page each that says what it stands for, and that nothing in it is real.</summary>
internal sealed class DemoFiles(DemoLender lender, DemoRows rows, DateTimeOffset at)
{
    private readonly Dictionary<string, byte[]> pages = [];
    private readonly List<(FileKey Key, byte[] Bytes)> kept = [];

    /// <summary>Enters a file on the list; its bytes go to the store with <see cref="StoreAsync"/>.</summary>
    public void Keep(DocumentRequest request, string borrower, Guid by, DateTimeOffset sentAt)
    {
        var bytes = Page(request.Name);
        var key = new FileKey(lender.Id, DemoIds.For(lender.Slug, "file", $"{kept.Count + 1}"));
        kept.Add((key, bytes));
        var name = $"{borrower.Split(' ')[^1]} {request.Name.Split(',')[0]}.pdf";
        rows.Add(new LoanDocument(request, key.Id, name, FileKind.Pdf, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), true, [], null, by, sentAt), sentAt);
    }

    /// <summary>Writes the bytes.</summary>
    public async Task StoreAsync(IFileStore store, CancellationToken ct)
    {
        foreach (var (key, bytes) in kept)
        {
            using var content = new MemoryStream(bytes, writable: false);
            await store.PutAsync(key, content, ct);
        }
    }

    private byte[] Page(string name)
    {
        if (pages.TryGetValue(name, out var known)) return known;
        var file = PdfDocument.Create(new DocumentFacts(name, at) { Author = lender.Name }, document => document.Page(page => page.Content().Column(column =>
        {
            column.Spacing(10);
            column.Item().Heading(1, name, style => style.Bold().Sized(18).Led(1.25));
            column.Item().Text("This page stands for a file a borrower sent. The lender, the people and the loan are invented.");
        }))).Render();
        return pages[name] = file.Content;
    }
}
