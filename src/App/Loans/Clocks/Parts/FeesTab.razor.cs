using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Clocks;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>Fees by section, as estimated and as charged, and what exceeds a tolerance.</summary>
public partial class FeesTab(LoanFeesQuery query, SaveFee save, RemoveFee remove, Hosting.ViewerClock clock)
{
    private LoanFees? view;
    private Refusal? refusal, formRefusal;
    private FeeDraft? editing;
    private MergeDialog merge = default!;
    private bool isBusy;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
    }

    private void Edit(FeeLine? fee) => (editing, formRefusal) = (fee is null ? new FeeDraft() : FeeDraft.Of(fee), null);

    private void ChooseSection(ChangeEventArgs change)
    {
        if (editing is null || !Enum.TryParse<FeeSection>(change.Value?.ToString(), out var section)) return;
        (editing.Section, editing.Bucket) = (section, Fee.UsualBucket(section));
    }

    private async Task SaveAsync()
    {
        if (isBusy || editing is not { } form) return;
        isBusy = true;
        var outcome = await save.RunAsync(new(Loan.Id, form.Id, form.Version, form.ToTerms()), CancellationToken.None);
        if (outcome.Refusal == Refusal.ChangedMeanwhile && await MergedAsync(form) is { } merged)
        {
            editing = merged;
            outcome = await save.RunAsync(new(Loan.Id, merged.Id, merged.Version, merged.ToTerms()), CancellationToken.None);
        }
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        editing = null;
        await OnSaved.InvokeAsync(outcome);
    }

    // Somebody saved the fee meanwhile: with what both wrote brought together, or null when it is gone or the question was closed.
    private async Task<FeeDraft?> MergedAsync(FeeDraft form)
    {
        if ((await query.ReadAsync(Loan.Id, Leaving)).Value is not { } now || now.Groups.SelectMany(group => group.Fees).FirstOrDefault(fee => fee.Id == form.Id) is not { } theirs) return null;
        return await RecordMerge.SettleAsync(FeeFields.All, form.Was!, form.ToTerms(), theirs.Terms, merge.AskAsync) is { } settled ? FeeDraft.Of(theirs with { Terms = settled }, theirs.Terms) : null;
    }

    private async Task RemoveAsync(FeeLine fee) => await OnSaved.InvokeAsync(await remove.RunAsync(new(fee.Id), CancellationToken.None));

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private string Day(DateOnly day) => LoanWords.Day(day, clock.Today);

    private static string Amount(decimal? dollars) => dollars is { } known ? Dollars.Full(known) : "–";

    private static string Difference(FeeLine fee) => fee.Terms.Charged is { } charged && charged - (fee.Terms.Estimated ?? 0) is var more && more != 0 ? (more > 0 ? "+" : "") + Dollars.Full(more) : "";

    private sealed class FeeDraft
    {
        public Guid? Id { get; private init; }

        public uint Version { get; private init; }

        /// <summary>The fee as the form was opened with.</summary>
        public FeeTerms? Was { get; private init; }

        public FeeSection Section { get; set; }

        public string Name { get; set; } = "";

        public string? PaidTo { get; set; }

        public ToleranceBucket Bucket { get; set; }

        public decimal? Estimated { get; set; }

        public decimal? Charged { get; set; }

        public DateOnly? ImposedOn { get; set; }

        public bool IsCreditReport { get; set; }

        public static FeeDraft Of(FeeLine fee, FeeTerms? was = null) => new()
        {
            Id = fee.Id, Version = fee.Version, Was = was ?? fee.Terms, Section = fee.Terms.Section, Name = fee.Terms.Name, PaidTo = fee.Terms.PaidTo, Bucket = fee.Terms.Bucket, Estimated = fee.Terms.Estimated, Charged = fee.Terms.Charged,
            ImposedOn = fee.Terms.ImposedOn, IsCreditReport = fee.Terms.IsCreditReport,
        };

        public FeeTerms ToTerms() => new(Section, Name, PaidTo, Bucket, Estimated, Charged, ImposedOn, IsCreditReport);
    }
}
