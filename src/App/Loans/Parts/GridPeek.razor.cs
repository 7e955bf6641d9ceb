using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.StageRail;
using CrmStudio.App.Kit.Timeline;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>A loan in short, beside the grid.</summary>
public partial class GridPeek(LoanGridPeekQuery query, AdvanceLoan advance, ViewerClock viewer)
{
    private LoanPeek? loan;
    private Refusal? refusal;
    private IReadOnlyList<RailStage> rail = [];
    private IReadOnlyList<TimelineEntry> lines = [];
    private (Guid, uint)? read;
    private bool isBusy;

    /// <summary>The loan.</summary>
    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    /// <summary>Changes when the loan did, so that it is read again.</summary>
    [Parameter] public uint Version { get; set; }

    /// <summary>Names of stages and people.</summary>
    [Parameter, EditorRequired] public LoanChoices Choices { get; set; } = default!;

    /// <summary>The panel is to close.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The loan before or after is wanted.</summary>
    [Parameter] public EventCallback<int> OnStep { get; set; }

    /// <summary>The loan was moved, or refused to.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnMoved { get; set; }

    private LoanStageChoice? Stage => loan is null ? null : Choices.Stage(loan.StageId);

    private int Current => Choices.Stages.TakeWhile(one => one.Id != loan?.StageId).Count();

    private LoanStageChoice? Next => Choices.Stages.ElementAtOrDefault(Current + 1);

    private bool IsRotting => Stage?.RotsAfterDays is { } limit && loan is { HasEnded: false } && loan.DaysInStage > limit;

    private string? PriceAndLtv => (loan?.Terms.PurchasePrice ?? loan?.Terms.AppraisedValue, loan?.Ltv) switch
    {
        ({ } value, { } ltv) => $"{Kit.MoneyField.Dollars.Full(value)} · {LoanWords.Percent(ltv)}",
        ({ } value, null) => Kit.MoneyField.Dollars.Full(value),
        _ => null,
    };

    private string Product => string.Join(", ", new[] { loan!.Terms.Product, loan.Terms.Purpose is { } purpose ? LoanWords.Short(purpose) : null, loan.Terms.NoteRate is { } rate ? LoanWords.Rate(rate) : null }.Where(word => !string.IsNullOrEmpty(word)));

    protected override async Task OnParametersSetAsync()
    {
        if (read == (LoanId, Version)) return;
        read = (LoanId, Version);
        var answer = await query.ReadAsync(LoanId, Leaving);
        if (read?.Item1 != LoanId) return;   // another one was asked for meanwhile
        (loan, refusal) = (answer.Value, answer.Refusal);
        rail = [.. Choices.Stages.Select(one => new RailStage(one.Name))];
        lines = loan is null ? [] : [.. loan.Lines.Select(EntryOf)];
    }

    private async Task MoveAsync(LoanStageChoice to)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await advance.RunAsync(new(LoanId, to.Id, null), CancellationToken.None);
        isBusy = false;
        await OnMoved.InvokeAsync(outcome);
    }

    private TimelineEntry EntryOf(LoanPeekLine line) => new(
        line.Id, viewer.Local(line.At),
        line.Kind switch { null => "right", ActivityKind.Call => "phone", ActivityKind.Email => "mail", ActivityKind.Note => "note", ActivityKind.Meeting => "people", _ => "info" },
        $"{Choices.Name(line.Who) ?? "CrmStudio"} {line.Kind switch { null => $"{(line.IsOpening ? "opened the loan in" : "moved it to")} {Choices.Stage(line.StageId!.Value)?.Name ?? "a former stage"}", ActivityKind.Call => "called", ActivityKind.Email => "wrote an e-mail", ActivityKind.Meeting => "met the borrower", ActivityKind.Note => "wrote a note", _ => "" }}",
        [Choices.Name(line.Who) ?? "CrmStudio"], line.Text, line.Kind is ActivityKind.Note);

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
