using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Loans.Qualifying.Queries;
using CrmStudio.App.Loans.Qualifying.UseCases;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Qualifying.Parts;

/// <summary>The qualifying sheet: what is typed moves every figure at once; nothing is kept until it is saved.</summary>
public partial class QualifyTab(WorksheetQuery query, QualifyLoan qualify)
{
    private const int TermLimit = Domain.Loans.Loan.TermLimit;
    private readonly HashSet<string> mine = new(StringComparer.Ordinal);
    private LoanWorksheet? shown;
    private Worksheet sheet = default!;
    private QualifyingFigures figures = default!;
    private Refusal? refusal, saving;
    private IReadOnlyList<WorksheetMerge.Conflict> conflicts = [];
    private ConfirmDialog settle = default!;
    private LoanDetail? seen;
    private bool isBusy;

    private bool IsOff => shown is { MayEdit: false };

    private bool IsDirty => shown is not null && !WorksheetMerge.IsSame(shown.Sheet, sheet);

    protected override async Task OnParametersSetAsync()
    {
        if (shown is not null && (IsDirty || ReferenceEquals(seen, Loan))) return;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (shown, refusal, seen) = (read.Value, read.Refusal, Loan);
        if (shown is not null) Set(shown.Sheet);
    }

    private void Set(Worksheet changed)
    {
        sheet = changed;
        figures = QualifyingFigures.Of(sheet, shown!.Rules, shown.ClosingOn);
    }

    private void SetTerm(decimal? months) => Set(sheet with { Terms = sheet.Terms with { TermMonths = months is { } given && given == Math.Truncate(given) && given is >= 1 and <= TermLimit ? (int)given : null } });

    private void Put(IncomeLine line) => Set(sheet with { Incomes = [.. sheet.Incomes.Select(other => other.Id == line.Id ? line : other)] });

    private void Put(LiabilityLine line) => Set(sheet with { Liabilities = [.. sheet.Liabilities.Select(other => other.Id == line.Id ? line : other)] });

    private void Put(AssetLine line) => Set(sheet with { Assets = [.. sheet.Assets.Select(other => other.Id == line.Id ? line : other)] });

    private void AddIncome() => Set(sheet with { Incomes = [.. sheet.Incomes, new(Guid.CreateVersion7(), shown!.Borrowers is [var first, ..] ? first.PartyId : null, IncomeKind.Base, null, null)] });

    private void AddDebt() => Set(sheet with { Liabilities = [.. sheet.Liabilities, new(Guid.CreateVersion7(), null, LiabilityKind.Revolving, null, null, null, null)] });

    private void AddAsset() => Set(sheet with { Assets = [.. sheet.Assets, new(Guid.CreateVersion7(), null, AssetKind.Checking, null, null)] });

    private void Discard()
    {
        saving = null;
        Set(shown!.Sheet);
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        mine.Clear();
        var outcome = await qualify.RunAsync(new(Loan.Id, shown!.Sheet, sheet, mine, new HashSet<string>()), CancellationToken.None);
        while (outcome.Value is { Conflicts: { Count: > 0 } found })
        {
            conflicts = found;
            if (!await settle.AskAsync("Somebody changed this sheet meanwhile", "Choose which value is right, cell by cell.", "Save")) break;
            outcome = await qualify.RunAsync(new(Loan.Id, shown.Sheet, sheet, new HashSet<string>(mine), conflicts.Select(conflict => conflict.Path).Where(path => !mine.Contains(path)).ToHashSet()), CancellationToken.None);
        }
        (isBusy, saving) = (false, outcome.Refusal);
        if (outcome.Value is not { Changed: { } changed }) return;

        await ReadAsync();
        await OnSaved.InvokeAsync(changed);
    }

    private void Choose(string path, bool isMine)
    {
        if (isMine) mine.Add(path);
        else mine.Remove(path);
    }

    private IEnumerable<(string Label, decimal? Value, Func<decimal?, HousingCosts> Set)> Housing()
    {
        var costs = sheet.Housing;
        yield return ("Property taxes", costs.Taxes, v => costs with { Taxes = v });
        yield return ("Homeowner’s insurance", costs.Hazard, v => costs with { Hazard = v });
        yield return ("Flood insurance", costs.Flood, v => costs with { Flood = v });
        yield return ("Mortgage insurance", costs.MortgageInsurance, v => costs with { MortgageInsurance = v });
        yield return ("Association dues", costs.Association, v => costs with { Association = v });
        yield return ("Ground rent", costs.GroundRent, v => costs with { GroundRent = v });
        yield return ("Subordinate payment", costs.SubordinatePayment, v => costs with { SubordinatePayment = v });
        yield return ("Other", costs.Other, v => costs with { Other = v });
        if (sheet.Terms.Occupancy is not (null or Occupancy.PrimaryResidence)) yield return ("The borrower’s own home", costs.PresentHousing, v => costs with { PresentHousing = v });
        yield return ("Rent of this property", costs.Rent, v => costs with { Rent = v });
    }

    private static string? Text(ChangeEventArgs change) => change.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static T Chosen<T>(ChangeEventArgs change) where T : struct, Enum => Enum.Parse<T>(change.Value!.ToString()!);
}
