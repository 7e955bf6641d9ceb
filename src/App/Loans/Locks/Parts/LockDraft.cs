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
        Product = terms.Product, Rate = terms.Rate > 0 ? Plain(terms.Rate) : null, Points = Plain(terms.Points), Days = terms.Days, On = today,
    };

    // Without the zeros a column fills up with: dividing by one keeps only the digits that say something.
    private static decimal Plain(decimal figure) => figure / 1.0000000000000000000000000000m;

    public LockTerms ToTerms() => new(Product?.Trim() ?? "", Rate ?? 0, Points ?? 0, Days);
}
