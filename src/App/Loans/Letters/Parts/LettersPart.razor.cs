using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Letters.Queries;
using CrmStudio.App.Loans.Letters.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Letters;

namespace CrmStudio.App.Loans.Letters.Parts;

/// <summary>The letters of a loan: their limits, a new one, and those that went out.</summary>
public partial class LettersPart(LoanLettersQuery query, SetLetterLimits limit, IssueLetter issue, RevokeLetter revoke, Toasts toasts, ViewerClock viewer)
{
    private LoanLetters? view;
    private Refusal? refusal, limitRefusal, letterRefusal;
    private LimitsDraft limits = new();
    private LetterDraft letter = new();
    private ReasonDialog why = default!;
    private bool isLimiting, isBusy, isTyping;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        if (!isTyping) Start();
    }

    // What somebody is typing stays when a colleague's change shows the loan anew.
    private void Start()
    {
        if ((view?.Limits ?? view?.Suggested) is not { } from) return;
        limits = new LimitsDraft { MaxPrice = Known(from.MaxPrice), MaxAmount = Known(from.MaxAmount), MaxLtv = from.MaxLtv, Programme = from.Programme, ValidUntil = from.ValidUntil };
        letter = new LetterDraft { Price = Known(from.MaxPrice), Amount = Known(from.MaxAmount), ExpiresOn = from.ValidUntil };
        isTyping = true;
    }

    private async Task LimitAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await limit.RunAsync(new(Loan.Id, limits.MaxPrice ?? 0, limits.MaxAmount ?? 0, limits.MaxLtv ?? 0, limits.Programme, limits.ValidUntil), CancellationToken.None);
        (isBusy, limitRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        (isLimiting, isTyping) = (false, false);
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task IssueAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await issue.RunAsync(new(Loan.Id, new LetterTerms(letter.Price ?? 0, letter.Amount ?? 0, letter.ExpiresOn, letter.NamesProperty)), CancellationToken.None);
        (isBusy, letterRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        toasts.Done($"Made letter {outcome.Value.Number}");
        await OnSaved.InvokeAsync(new Changed("", null));
    }

    private async Task RevokeAsync(LetterLine line)
    {
        if (await why.AskAsync($"Revoke letter {line.Number}?", "It stays in the list with the reason. Tell whoever has it.", "Revoke") is { } reason)
            await OnSaved.InvokeAsync(await revoke.RunAsync(new(line.Id, reason), CancellationToken.None));
    }

    private string Described(LetterLine line) => string.Join(" · ", new[]
    {
        line is { Price: { } price, Amount: { } amount } ? $"{Dollars.Full(price)} price, {Dollars.Full(amount)} loan" : null, line.Programme,
        $"good until {LoanWords.Day(line.ExpiresOn, viewer.Today)}", $"{line.IssuedBy}, {LoanWords.Day(DateOnly.FromDateTime(viewer.Local(line.IssuedAt).Date), viewer.Today)}",
        line.RevokedReason is { } reason ? $"revoked: {reason}" : null,
    }.OfType<string>());

    private string? LimitError(string field) => limitRefusal?.Field == field ? limitRefusal.Message : null;

    private string? LetterError(string field) => letterRefusal?.Field == field ? letterRefusal.Message : null;

    private static decimal? Known(decimal amount) => amount > 0 ? amount : null;

    private sealed class LimitsDraft
    {
        public decimal? MaxPrice { get; set; }

        public decimal? MaxAmount { get; set; }

        public decimal? MaxLtv { get; set; }

        public string? Programme { get; set; }

        public DateOnly ValidUntil { get; set; }
    }

    private sealed class LetterDraft
    {
        public decimal? Price { get; set; }

        public decimal? Amount { get; set; }

        public DateOnly ExpiresOn { get; set; }

        public bool NamesProperty { get; set; }
    }
}
