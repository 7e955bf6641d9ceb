using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;

namespace CrmStudio.App.Loans.Parts;

/// <summary>The inside of a loan's card on the board.</summary>
public static class LoanCard
{
    private const int MostColleagues = 2, LockEndsSoon = 5;

    /// <summary>What changes apart stands apart, and what many cards say alike is kept once. Without an amount there is no trace of one.</summary>
    public static IReadOnlyList<Piece> Of(LoanBoardCard card) =>
    [
        Html.Of($"""<div class="card-top"><a class="card-name trunc" href="{LoanUrls.For(card.Id)}">{card.BorrowerName}</a>{NextSign.Of(card.Next)}</div>"""),
        card.Amount is { } amount ? Html.Of($"""<div class="card-amt num">{Dollars.Full(amount)}</div>""") : default,
        Html.Shared($"""<div class="card-meta trunc">{MetaOf(card)}</div>"""),
        Html.Shared($"""<div class="card-foot">{DaysOf(card)}{LockOf(card)}<span class="grow"></span>{ColleagueMarks.Of(card.Here, MostColleagues)}{OfficerOf(card)}</div>"""),
    ];

    private static string MetaOf(LoanBoardCard card) =>
        string.Join(" · ", new[] { card.Product, card.Purpose is { } purpose ? LoanWords.Short(purpose) : null }.Where(word => !string.IsNullOrEmpty(word)).DefaultIfEmpty(card.Number));

    private static Html DaysOf(LoanBoardCard card) =>
        $"""<span class="{(card.IsRotting ? "bad" : null)}" title="{Days(card.DaysInStage)} in this stage{(card.IsRotting ? ", rotting" : null)}">{Icons.Of("clock", isSmall: true)}{card.DaysInStage}d</span>""";

    private static Html LockOf(LoanBoardCard card)
    {
        if (card.LockDaysLeft is not { } left) return default;
        var says = left < 0 ? $"Rate lock ran out {Days(-left)} ago" : $"Rate lock expires in {Days(left)}";
        return $"""<span class="{(left < 0 ? "bad" : left <= LockEndsSoon ? "warn" : null)}" title="{says}">{Icons.Of("lock", isSmall: true)}{left}d</span>""";
    }

    private static Html OfficerOf(LoanBoardCard card) => card.OfficerName is { } officer ? Avatar.Of(officer) : default;

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
