using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Loans.Updates;
using CrmStudio.App.Loans.Watch.Queries;

namespace CrmStudio.App.Loans.Watch.Parts;

/// <summary>The columns of the funded loans.</summary>
public static class PastColumns
{
    public static IReadOnlyList<DataColumn<PastLoanRow>> All(IReadOnlyDictionary<Guid, string> names) =>
    [
        new() { Id = "borrower", Title = "Borrower", Width = 200, IsFixed = true, IsUnique = true, Phone = PhonePlace.Title, Cell = row => $"""<a href="{LoanUrls.For(row.LoanId, WatchTab.Key)}">{row.Borrower}</a>""" },
        new() { Id = "gain", Title = "Gain", Width = 100, IsRight = true, CanSort = true, SortsDownFirst = true, IsUnique = true, Phone = PhonePlace.Figure, Look = "semi",
            Cell = row => $"""<span class="{(row.Gain < 0 ? "t3" : null)}" title="To the same payoff date, costs and insurance counted">{(row.Gain is { } gain ? WatchWords.Whole(gain) : null)}</span>""" },
        new() { Id = "monthly", Title = "A month", Width = 84, IsRight = true, Cell = row => $"{(row.MonthlySaving is { } saving ? WatchWords.Whole(saving) : null)}" },
        new() { Id = "back", Title = "Costs back", Width = 92, IsRight = true, CanSort = true, Cell = row => $"{(row.BreakEvenMonths is { } months ? $"{months} mo" : row.Gain is null ? null : "never")}" },
        new() { Id = "verdict", Title = "Watch", Phone = PhonePlace.Line, Cell = VerdictCell },
        new() { Id = "rate", Title = "Rate", Width = 172, IsRight = true, IsExtra = true, Cell = RateCell },
        new() { Id = "balance", Title = "Balance", Width = 96, IsRight = true, IsExtra = true, IsUnique = true, Cell = row => $"{(row.Balance is { } balance ? WatchWords.Whole(balance) : null)}" },
        new() { Id = "message", Title = "Message", Width = 84, Cell = row => row.Message is { } state ? TagOf(UpdateWords.Of(state)) : default },
        new() { Id = "funded", Title = "Funded", Width = 84, CanSort = true, SortsDownFirst = true, IsExtra = true, Look = "t2", Cell = row => $"{WatchWords.Month(row.FundedOn)}" },
        new() { Id = "officer", Title = "Officer", Width = 66, Phone = PhonePlace.Mark, Cell = row => row.OfficerId is { } id && names.GetValueOrDefault(id) is { } officer ? Avatar.Of(officer) : default },
    ];

    private static Html VerdictCell(PastLoanRow row) => $"""<span class="flex">{TagOf(WatchWords.Of(row.Verdict))}<span class="trunc t2 only-l" title="{row.Reason}">{row.Reason}</span></span>""";

    private static Html RateCell(PastLoanRow row)
    {
        Html to = default;
        if (row.NewRate is { } offered) to = $""" <span class="t3">→ {LoanWords.Rate(offered)}</span>""";
        return $"""<span class="num">{(row.Rate is { } rate ? LoanWords.Rate(rate) : null)}{to}</span>""";
    }

    private static Html TagOf((string Word, Tone Tone) of) => Tag.Of(of.Word, of.Tone);
}
