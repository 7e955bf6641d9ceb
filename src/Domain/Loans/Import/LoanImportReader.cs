using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Integrations.Imports.Texts;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>Reads the texts of a row as a loan, and says in plain words what cannot be read. Knows no database.</summary>
/// <param name="mapping">Which cell holds what.</param>
/// <param name="stages">The stages of the pipeline the loans go into.</param>
/// <param name="people">The members loans can be given to.</param>
/// <param name="today">The day in the organization's time zone.</param>
public sealed class LoanImportReader(ImportMapping mapping, IReadOnlyList<PipelineStage> stages, IReadOnlyList<ImportPerson> people, DateOnly today)
{
    private const int TextMaxLength = 200;

    private static readonly string[] order = Enum.GetNames<LoanImportField>();

    private readonly int?[] columns = [.. Enum.GetValues<LoanImportField>().Select(field => mapping.ColumnOf(field.Name()))];
    private readonly LoanImportStages stages = new(stages);
    private readonly ImportPeople people = new(people);

    /// <summary>Reads one row.</summary>
    public LoanImportResult Read(IReadOnlyList<string> cells)
    {
        var problems = new List<ImportProblem>();
        var number = Number(cells, problems);
        var (first, last) = Borrower(cells, problems);
        var (coFirst, coLast) = CoBorrower(cells, problems);
        var (lockedOn, lockExpiresOn) = RateLock(cells, problems);
        var draft = new LoanDraft
        {
            Number = number ?? "", FirstName = first, LastName = last, CoFirstName = coFirst, CoLastName = coLast,
            Email = Take(cells, LoanImportField.Email, Email, problems), Phone = Take(cells, LoanImportField.Phone, Phone, problems),
            OfficerId = Take(cells, LoanImportField.Officer, people.Read, problems), ProcessorId = Take(cells, LoanImportField.Processor, people.Read, problems),
            StageId = Take(cells, LoanImportField.Stage, stages.Read, problems),
            Terms = Terms(cells, problems),
            LockedOn = lockedOn, LockExpiresOn = lockExpiresOn,
            ApplicationOn = Take(cells, LoanImportField.ApplicationOn, DateText.Read, problems), ClosingOn = Take(cells, LoanImportField.ClosingOn, DateText.Read, problems),
            Address = Take(cells, LoanImportField.PropertyAddress, Plain, problems), City = Take(cells, LoanImportField.PropertyCity, Plain, problems),
            State = Take(cells, LoanImportField.PropertyState, StateText.Read, problems), Zip = Take(cells, LoanImportField.PropertyZip, ZipText.Read, problems),
            Source = Take(cells, LoanImportField.Source, Plain, problems),
        };
        CheckTogether(draft, problems);
        var isTaken = problems.TrueForAll(p => p.IsWarning);
        return new LoanImportResult(number, isTaken ? draft : null, problems.Count < 2 ? problems : [.. problems.OrderBy(p => p.Field is null ? -1 : Array.IndexOf(order, p.Field))]);
    }

    private string? Number(IReadOnlyList<string> cells, List<ImportProblem> problems)
    {
        var number = Take(cells, LoanImportField.LoanNumber, text => text.Length > Loan.NumberMaxLength
            ? Reading<string>.No($"“{Shown.Of(text)}” is longer than {Loan.NumberMaxLength} characters")
            : Scientific(text) ? Reading<string>.No($"“{Shown.Of(text)}” was shortened by the spreadsheet; format the column as text and export again") : new(text), problems);
        if (number is null && problems.Count == 0) Complain(LoanImportField.LoanNumber, "is missing", problems);
        return number;
    }

    private (string? First, string? Last) Borrower(IReadOnlyList<string> cells, List<ImportProblem> problems)
    {
        var (first, last) = Person(cells, LoanImportField.BorrowerName, LoanImportField.BorrowerFirstName, LoanImportField.BorrowerLastName, problems);
        if (string.IsNullOrEmpty(last))
            Complain(columns[(int)LoanImportField.BorrowerLastName] is not null ? LoanImportField.BorrowerLastName : LoanImportField.BorrowerName, "is missing", problems);
        return (first, last);
    }

    private (string? First, string? Last) CoBorrower(IReadOnlyList<string> cells, List<ImportProblem> problems)
    {
        var (first, last) = Person(cells, LoanImportField.CoBorrowerName, LoanImportField.CoBorrowerFirstName, LoanImportField.CoBorrowerLastName, problems);
        return string.IsNullOrEmpty(last) && !string.IsNullOrEmpty(first) ? (null, first) : (first, last);
    }

    private (string? First, string? Last) Person(
        IReadOnlyList<string> cells, LoanImportField whole, LoanImportField given, LoanImportField family, List<ImportProblem> problems)
    {
        var (first, last) = (Take(cells, given, Name, problems), Take(cells, family, Name, problems));
        if (last is not null || Text(cells, whole) is not { } name) return (first, last);

        var (splitFirst, splitLast) = NameText.Split(name);
        if (splitFirst.Length > Contact.NameMaxLength || splitLast.Length > Contact.NameMaxLength) Complain(whole, $"“{Shown.Of(name)}” is too long", problems);
        return (first ?? splitFirst, splitLast);
    }

    private LoanTerms Terms(IReadOnlyList<string> cells, List<ImportProblem> problems) => new(
        Take(cells, LoanImportField.Amount, Amount, problems),
        Take(cells, LoanImportField.PurchasePrice, Amount, problems),
        Take(cells, LoanImportField.AppraisedValue, Amount, problems),
        null,
        Take(cells, LoanImportField.Purpose, Purpose, problems),
        Take(cells, LoanImportField.Occupancy, LoanImportChoices.Occupancies.Read, problems),
        Take(cells, LoanImportField.MortgageType, LoanImportChoices.MortgageTypes.Read, problems),
        Take(cells, LoanImportField.Product, Plain, problems),
        Take(cells, LoanImportField.Term, TermText.Read, problems),
        Take(cells, LoanImportField.Rate, RateText.Read, problems));

    private (DateOnly? On, DateOnly? Expires) RateLock(IReadOnlyList<string> cells, List<ImportProblem> problems)
    {
        var (before, on, expires) = (problems.Count, Take(cells, LoanImportField.LockedOn, DateText.Read, problems), Take(cells, LoanImportField.LockExpiresOn, DateText.Read, problems));
        if (problems.Count > before || (on is null && expires is null)) return (null, null);
        if (expires is null)
        {
            problems.Add(new ImportProblem(LoanImportField.LockExpiresOn.Name(), $"{LoanImportField.LockExpiresOn.Label()}: a lock needs the day it expires"));
            return (null, null);
        }
        if (on is null)
        {
            on = expires < today ? expires : today;
            problems.Add(new ImportProblem(LoanImportField.LockedOn.Name(), $"{LoanImportField.LockedOn.Label()} is not known; {on:M'/'d'/'yyyy} is taken", IsWarning: true));
        }
        if (expires < on) problems.Add(new ImportProblem(LoanImportField.LockExpiresOn.Name(), $"Lock expires before it starts: {on:M'/'d'/'yyyy} to {expires:M'/'d'/'yyyy}"));
        return (on, expires);
    }

    private static void CheckTogether(LoanDraft draft, List<ImportProblem> problems)
    {
        if (draft is { ApplicationOn: { } applied, ClosingOn: { } closing } && closing < applied)
            problems.Add(new ImportProblem(LoanImportField.ClosingOn.Name(), $"{LoanImportField.ClosingOn.Label()}: {closing:M'/'d'/'yyyy} is before the application of {applied:M'/'d'/'yyyy}", IsWarning: true));
        if (draft.Terms is { Purpose: LoanPurpose.Purchase, Amount: { } amount, PurchasePrice: { } price } && amount > price * 1.1m)
            problems.Add(new ImportProblem(LoanImportField.Amount.Name(), $"{LoanImportField.Amount.Label()}: the loan is larger than the price of the house", IsWarning: true));
    }

    private T? Take<T>(IReadOnlyList<string> cells, LoanImportField field, Func<string, Reading<T>> read, List<ImportProblem> problems)
    {
        if (Text(cells, field) is not { } text) return default;
        var reading = read(text);
        if (reading.Complaint is not null) problems.Add(new ImportProblem(field.Name(), $"{field.Label()}: {reading.Complaint}", reading.Suggestion, reading.IsWarning));
        return reading.Value;
    }

    private static void Complain(LoanImportField field, string complaint, List<ImportProblem> problems) =>
        problems.Add(new ImportProblem(field.Name(), $"{field.Label()} {complaint}"));

    private string? Text(IReadOnlyList<string> cells, LoanImportField field) =>
        columns[(int)field] is not { } column || column >= cells.Count || string.IsNullOrWhiteSpace(cells[column]) ? null : cells[column].Trim();

    private static Reading<decimal?> Amount(string text) => AmountText.Read(text, Loan.AmountLimit);

    private static Reading<LoanPurpose?> Purpose(string text) => Words.Key(text) is "refinance" or "refi"
        ? Reading<LoanPurpose?>.But(LoanPurpose.RefinanceNoCashOut, $"“{Shown.Of(text)}” is taken as No cash-out refinance")
        : LoanImportChoices.Purposes.Read(text);

    private static Reading<string> Email(string text) =>
        EmailAddress.IsValid(text) ? new(text) : Reading<string>.No($"“{Shown.Of(text)}” is not an e-mail address");

    private static Reading<string> Phone(string text) =>
        PhoneNumber.IsValid(text) && text.Length <= 40 && !Scientific(text) ? new(text) : Reading<string>.No($"“{Shown.Of(text)}” is not a phone number with area code");

    private static Reading<string> Name(string text) =>
        text.Length <= Contact.NameMaxLength ? new(text) : Reading<string>.No($"“{Shown.Of(text)}” is longer than {Contact.NameMaxLength} characters");

    private static Reading<string> Plain(string text) =>
        text.Length <= TextMaxLength ? new(text) : Reading<string>.No($"“{Shown.Of(text)}” is longer than {TextMaxLength} characters");

    // 1.00012E+12: the digits of a long number are gone.
    private static bool Scientific(string text) =>
        text.Length > 4 && char.IsAsciiDigit(text[0]) && text.Contains("E+", StringComparison.OrdinalIgnoreCase) && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or 'E' or 'e' or '+');
}
