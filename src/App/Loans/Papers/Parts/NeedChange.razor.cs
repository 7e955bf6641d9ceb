using System.Globalization;
using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Papers.Parts;

/// <summary>Changes what is asked for. What becomes due on another day is news for the borrower.</summary>
public partial class NeedChange(ChangeRequest change, LoanPapersQuery query)
{
    private static readonly IReadOnlyList<MergeField<DocumentNeed>> fields =
    [
        new("Document", need => need.Name, need => need.Name, (need, other) => need with { Name = other.Name }),
        new("What the borrower reads below it", need => need.Instructions, need => need.Instructions ?? "nothing", (need, other) => need with { Instructions = other.Instructions }),
        new("The loan waits for it", need => need.IsRequired, need => need.IsRequired ? "Yes" : "No", (need, other) => need with { IsRequired = other.IsRequired }),
        new("Due", need => need.DueOn, need => need.DueOn?.ToString("MMM d, yyyy", CultureInfo.GetCultureInfo("en-US")) ?? "no day", (need, other) => need with { DueOn = other.DueOn }),
        new("Good for days", need => need.GoodForDays, need => need.GoodForDays?.ToString(CultureInfo.InvariantCulture) ?? "for good", (need, other) => need with { GoodForDays = other.GoodForDays }),
    ];

    private MergeDialog merge = default!;
    private DocumentNeed was = default!;
    private uint version;
    private string name = "";
    private string? instructions;
    private bool isRequired, isBusy;
    private DateOnly? dueOn;
    private int? goodFor;
    private Refusal? refusal;

    [Parameter, EditorRequired] public PaperLine Line { get; set; } = default!;

    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    private DocumentNeed Typed => was with { Name = name.Trim(), Instructions = string.IsNullOrWhiteSpace(instructions) ? null : instructions.Trim(), IsRequired = isRequired, DueOn = isRequired ? dueOn : null, GoodForDays = goodFor };

    protected override void OnInitialized() => Start(NeedOf(Line), Line.Version, NeedOf(Line));

    private static DocumentNeed NeedOf(PaperLine line) => new(line.Name, line.Instructions, line.Verifies, line.IsRequired, line.FromBorrower, line.DueOn, line.GoodForDays);

    private void Start(DocumentNeed saved, uint seen, DocumentNeed shown)
    {
        (was, version) = (saved, seen);
        (name, instructions, isRequired, dueOn, goodFor) = (shown.Name, shown.Instructions, shown.IsRequired, shown.DueOn, shown.GoodForDays);
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await change.RunAsync(new(Line.Id, version, Typed), CancellationToken.None);
        if (outcome.Refusal == Refusal.ChangedMeanwhile && await MergedAsync()) outcome = await change.RunAsync(new(Line.Id, version, Typed), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }

    private async Task<bool> MergedAsync()
    {
        if ((await query.ReadAsync(LoanId, CancellationToken.None)).Value?.Lines.FirstOrDefault(line => line.Id == Line.Id) is not { } theirs) return false;
        if (await RecordMerge.SettleAsync(fields, was, Typed, NeedOf(theirs), merge.AskAsync) is not { } settled) return false;
        Start(NeedOf(theirs), theirs.Version, settled);
        return true;
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;
}
