using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks.Parts;

/// <summary>A request, or what the desk gives, while it is typed.</summary>
public sealed class LockDraft
{
    public string? Product { get; set; }

    public decimal? Rate { get; set; }

    public decimal? Points { get; set; }

    public int Days { get; set; }

    public string? Note { get; set; }

    public decimal? Price { get; set; }

    public string? Reference { get; set; }

    public DateOnly On { get; set; }

    /// <summary>A draft that starts from terms.</summary>
    public static LockDraft Of(LockTerms terms, DateOnly today) => new()
    {
        Product = terms.Product, Rate = terms.Rate > 0 ? terms.Rate : null, Points = terms.Points, Days = terms.Days, On = today,
    };

    public LockTerms ToTerms() => new(Product?.Trim() ?? "", Rate ?? 0, Points ?? 0, Days);
}
