using System.Globalization;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Kit.Menu;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;

namespace CrmStudio.App.Loans.Parts;

/// <summary>The columns of the grid of loans.</summary>
public static class GridColumns
{
    /// <summary>Columns shown when a view names none, in order.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["borrower", LoanCells.Amount, LoanCells.Stage, "days", "next", "lock", LoanCells.Closing, "product", "ltv", LoanCells.Officer, "number", "purpose"];

    /// <summary>Every column the member may see. Amount and LTV do not exist for who sees no amounts.</summary>
    public static IReadOnlyList<DataColumn<LoanGridRow>> All(LoanChoices choices, DateOnly today, Func<DateTimeOffset> at)
    {
        var last = choices.Stages.Count;
        DataEditor? whenEditing(EditorKind kind, Func<IEnumerable<DataChoice>>? offered = null) => choices.MayEdit ? new(kind, offered, AreMany: offered is not null) : null;
        List<DataColumn<LoanGridRow>> columns =
        [
            new() { Id = "borrower", Title = "Borrower", CanSort = true, IsFixed = true, IsUnique = true, Phone = PhonePlace.Title,
                Cell = row => $"""<a href="{LoanUrls.For(row.Id)}">{row.BorrowerName}</a>""" },
            new() { Id = LoanCells.Stage, Title = "Stage", Width = 200, CanSort = true, SortsDownFirst = true, Phone = PhonePlace.Line,
                Editor = choices.MayMove ? new(EditorKind.Choice, () => choices.Stages.Select(stage => new DataChoice(stage.Id.ToString(), stage.Name))) : null,
                Value = row => LoanCells.ValueOf(row, LoanCells.Stage), Cell = row => StageCell(choices.Stage(row.StageId), last) },
            new() { Id = "days", Title = "Days", Width = 56, IsRight = true, CanSort = true, SortsDownFirst = true, Phone = PhonePlace.Line,
                Cell = row => DaysCell(Days(row, at()), IsRotting(row, choices, at())) },
            new() { Id = "next", Title = "Next", Width = 52, Cell = row => NextSign.Of(NextSign.WhenOf(row.DueOn, today)) },
            new() { Id = "lock", Title = "Lock", Width = 70, IsRight = true, CanSort = true, Phone = PhonePlace.Line, Cell = row => LockCell(row.LockExpiresOn, today) },
            new() { Id = LoanCells.Closing, Title = "Closing", Width = 80, CanSort = true, Editor = whenEditing(EditorKind.Date), Value = row => LoanCells.ValueOf(row, LoanCells.Closing),
                Cell = row => $"{(row.ClosingOn is { } day ? day.Year == today.Year ? LoanWords.ShortDay(day) : LoanWords.Day(day, today) : null)}" },
            new() { Id = "product", Title = "Product", Width = 92, Look = "t2", Cell = row => $"{row.Product}" },
            new() { Id = LoanCells.Officer, Title = "Officer", Width = 66, CanSort = true, Phone = PhonePlace.Mark,
                Editor = whenEditing(EditorKind.Choice, () => choices.Active.Select(person => new DataChoice(person.Id.ToString(), person.Name)).Prepend(new("", "Nobody"))), Value = row => LoanCells.ValueOf(row, LoanCells.Officer),
                Cell = row => choices.Name(row.OfficerId) is { } officer ? Avatar.Of(officer) : default },
            new() { Id = "number", Title = "Number", Width = 110, IsExtra = true, IsUnique = true, Look = "t2", Cell = row => $"{row.Number}" },
            new() { Id = "purpose", Title = "Purpose", Width = 110, IsExtra = true, Look = "t2", Cell = row => $"{(row.Purpose is { } purpose ? LoanWords.Short(purpose) : null)}" },
            new() { Id = "source", Title = "Source", Width = 110, Look = "t2", Cell = row => $"{row.Source}" },
            new() { Id = "processor", Title = "Processor", Width = 130, Look = "t2", Cell = row => $"{choices.Name(row.ProcessorId)}" },
            new() { Id = "created", Title = "Opened", Width = 92, CanSort = true, SortsDownFirst = true, Look = "t2", Cell = row => $"{LoanWords.ShortDay(DateOnly.FromDateTime(row.CreatedAt.Date))}" },
        ];
        if (!choices.SeesAmounts) return columns;
        columns.Insert(1, new() { Id = LoanCells.Amount, Title = "Amount", Width = 100, IsRight = true, CanSort = true, SortsDownFirst = true, IsUnique = true, Phone = PhonePlace.Figure, Look = "semi",
            Editor = whenEditing(EditorKind.Money), Value = row => LoanCells.ValueOf(row, LoanCells.Amount), Cell = row => $"{(row.Amount is { } amount ? Dollars.Full(amount) : null)}" });
        columns.Insert(8, new() { Id = "ltv", Title = "LTV", Width = 82, IsRight = true, Cell = row => $"{row.Ltv:0.00}" });
        return columns;
    }

    /// <summary>The columns a view names, the usual ones when it names none.</summary>
    public static IReadOnlyList<DataColumn<LoanGridRow>> Shown(IReadOnlyList<DataColumn<LoanGridRow>> all, LoanView view) =>
        [.. all.Where(column => column.IsFixed || (view.Columns ?? Usual).Contains(column.Id))];

    /// <summary>The menu that shows and hides columns.</summary>
    public static Piece Menu(IReadOnlyList<DataColumn<LoanGridRow>> all, IReadOnlyList<DataColumn<LoanGridRow>> shown)
    {
        Html items = $"";
        foreach (var column in all) if (!column.IsFixed) items.Add(MenuPiece.Choice(column.Id, column.Title, shown.Contains(column)));
        return Html.Shared(MenuPiece.Of("columns", "Columns", "btn btn-quiet btn-s only-l", "Columns", $"{Icons.Of("sliders")}", items));
    }

    /// <summary>The columns wanted once one was shown or hidden; null for the usual ones.</summary>
    public static IReadOnlyList<string>? Turn(IReadOnlyList<DataColumn<LoanGridRow>> all, IReadOnlyList<DataColumn<LoanGridRow>> shown, string id)
    {
        var now = all.Where(column => column.IsFixed || column.Id == id != shown.Contains(column)).Select(column => column.Id).ToList();
        return now.Order().SequenceEqual(Usual.Where(usual => all.Any(column => column.Id == usual)).Order()) ? null : now;
    }

    /// <summary>The order a column stands for.</summary>
    public static LoanSort? SortOf(string column) => column.Length > 0 && char.IsAsciiLetter(column[0]) && Enum.TryParse<LoanSort>(column, ignoreCase: true, out var sort) ? sort : null;

    /// <summary>What stands at the foot.</summary>
    public static IReadOnlyDictionary<string, Piece> Feet(LoanGridFigures figures, DateOnly today)
    {
        var feet = new Dictionary<string, Piece> { ["borrower"] = Html.Shared($"<b>{Count(figures)}</b> {(figures.Count == 1 ? "loan" : "loans")}") };
        if (figures.Sum is { } sum) feet[LoanCells.Amount] = Html.Of($"""<b title="Average {(figures.Average is { } average ? Dollars.Full(Math.Round(average)) : "unknown")}">{Dollars.Short(sum)}</b>""");
        if (figures.Weighted is { } weighted) feet[LoanCells.Stage] = Html.Of($"weighted <b>{Dollars.Short(weighted)}</b>");
        if (figures.AverageLtv is { } ltv) feet["ltv"] = Html.Of($"avg <b>{ltv:0.0}</b>");
        if (figures.LocksSoonest is { } first) feet["lock"] = Html.Of($"min <b>{first.DayNumber - today.DayNumber}</b>");
        if (figures.ClosingSoon is { } closing) feet[LoanCells.Closing] = Html.Of($"<b>{closing}</b> in {LoanGridFigures.SoonDays} d");
        return feet;
    }

    /// <summary>"68", or "10,000+".</summary>
    public static string Count(LoanGridFigures figures) => Count(figures.Count);

    public static string Count(int count) => count > LoanGridFigures.Cap ? "10,000+" : count.ToString("N0", CultureInfo.InvariantCulture);

    private static Html StageCell(LoanStageChoice? stage, int last)
    {
        if (stage is null) return default;
        var width = last * 4 - 1;
        return $"""<span class="flex"><svg class="micro" viewBox="0 0 {width} 12" width="{width}" height="12" aria-hidden="true"><path class="all" d="{Bars(last)}"></path><path class="on" d="{Bars(stage.Position)}"></path></svg><span class="trunc">{stage.Name}</span></span>""";
    }

    private static Html DaysCell(int days, bool isRotting)
    {
        if (isRotting) return $"""<span class="bad" title="Longer than this stage allows">{days}<span class="only-s"> d in stage</span></span>""";
        return $"""<span class="t2">{days}<span class="only-s"> d in stage</span></span>""";
    }

    private static Html LockCell(DateOnly? expires, DateOnly today)
    {
        if (expires is not { } last) return $"""<span class="t3">Floating</span>""";
        var left = last.DayNumber - today.DayNumber;
        return $"""<span class="{LockLook(left)}" title="Expires {LoanWords.Day(last, today)}"><span class="only-s">lock </span>{left} d</span>""";
    }

    private static int Days(LoanGridRow row, DateTimeOffset now) => Math.Max(0, (int)(now - row.StageSince).TotalDays);

    private static bool IsRotting(LoanGridRow row, LoanChoices choices, DateTimeOffset now) => !row.HasEnded && choices.Stage(row.StageId)?.RotsAfterDays is { } limit && Days(row, now) > limit;

    private static string? LockLook(int left) => left < 4 ? "bad" : left <= 5 ? "warn" : null;

    private static string Bars(int count) => string.Concat(Enumerable.Range(0, count).Select(bar => $"M{bar * 4} 2h3v8h-3z"));
}
