using System.Globalization;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;

namespace CrmStudio.App.Loans.Parts;

/// <summary>A field of the form, as far as two people can disagree about it.</summary>
/// <param name="Label">As the form calls it.</param>
/// <param name="ValueOf">What stands in it.</param>
/// <param name="Take">Puts into the first draft what stands in the second.</param>
/// <param name="Words">What stands in it, in words; never asked for an empty one.</param>
public sealed record LoanFormField(string Label, Func<LoanFormDraft, object?> ValueOf, Action<LoanFormDraft, LoanFormDraft> Take, Func<object, LoanDetail, string> Words)
{
    /// <summary>Every field, in the order of the form.</summary>
    public static IReadOnlyList<LoanFormField> All { get; } =
    [
        new("Amount", draft => draft.Amount, (to, from) => to.Amount = from.Amount, Dollar),
        new("Price", draft => draft.PurchasePrice, (to, from) => to.PurchasePrice = from.PurchasePrice, Dollar),
        new("Appraised value", draft => draft.AppraisedValue, (to, from) => to.AppraisedValue = from.AppraisedValue, Dollar),
        new("Secondary financing", draft => draft.SecondaryFinancing, (to, from) => to.SecondaryFinancing = from.SecondaryFinancing, Dollar),
        new("Rate", draft => draft.NoteRate, (to, from) => to.NoteRate = from.NoteRate, (value, _) => LoanWords.Rate((decimal)value)),
        new("Term, months", draft => draft.TermMonths, (to, from) => to.TermMonths = from.TermMonths, Plain),
        new("Product", draft => Text(draft.Product), (to, from) => to.Product = from.Product, Plain),
        new("Purpose", draft => draft.Purpose, (to, from) => to.Purpose = from.Purpose, (value, _) => LoanWords.Of((Domain.Loans.LoanPurpose)value)),
        new("Occupancy", draft => draft.Occupancy, (to, from) => to.Occupancy = from.Occupancy, (value, _) => LoanWords.Of((Domain.Loans.Occupancy)value)),
        new("Type", draft => draft.MortgageType, (to, from) => to.MortgageType = from.MortgageType, (value, _) => LoanWords.Of((Domain.Loans.MortgageType)value)),
        // A lock is one thing: half of mine and half of theirs would be nobody's.
        new("Lock", draft => draft.LockedOn is null && draft.LockExpiresOn is null ? null : (draft.LockedOn, draft.LockExpiresOn), (to, from) => (to.LockedOn, to.LockExpiresOn) = (from.LockedOn, from.LockExpiresOn), Lock),
        new("Closing", draft => draft.ClosingOn, (to, from) => to.ClosingOn = from.ClosingOn, Day),
        new("Street", draft => Text(draft.Address), (to, from) => to.Address = from.Address, Plain),
        new("City", draft => Text(draft.City), (to, from) => to.City = from.City, Plain),
        new("State", draft => Text(draft.State)?.ToUpperInvariant(), (to, from) => to.State = from.State, Plain),
        new("ZIP", draft => Text(draft.Zip), (to, from) => to.Zip = from.Zip, Plain),
        new("Officer", draft => draft.OfficerId, (to, from) => to.OfficerId = from.OfficerId, Name),
        new("Processor", draft => draft.ProcessorId, (to, from) => to.ProcessorId = from.ProcessorId, Name),
    ];

    /// <summary>What stands in a draft, to be read.</summary>
    public string Shown(LoanFormDraft draft, LoanDetail loan) => ValueOf(draft) is { } value ? Words(value, loan) : "empty";

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Dollar(object value, LoanDetail loan) => Dollars.Full((decimal)value);

    private static string Plain(object value, LoanDetail loan) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Day(object value, LoanDetail loan) => ((DateOnly)value).ToString("ddd, MMM d, yyyy", CultureInfo.GetCultureInfo("en-US"));

    private static string Name(object value, LoanDetail loan) => loan.Members.FirstOrDefault(member => member.Id == (Guid)value)?.Name ?? "a former colleague";

    private static string Lock(object value, LoanDetail loan)
    {
        var (on, expires) = ((DateOnly?, DateOnly?))value;
        return $"{(on is { } first ? LoanWords.ShortDay(first) : "…")} to {(expires is { } last ? LoanWords.ShortDay(last) : "…")}";
    }
}
