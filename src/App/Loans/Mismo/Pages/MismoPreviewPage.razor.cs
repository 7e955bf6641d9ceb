using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Mismo.Queries;
using CrmStudio.App.Loans.Mismo.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Mismo.Pages;

/// <summary>An application before it is written: every fact beside what is there, and everything that is lost.</summary>
public partial class MismoPreviewPage(MismoPreviewQuery query, SaveMismo save, UndoToast toast, NavigationManager navigation, ViewerClock viewer)
{
    private const string New = "new";

    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> people = [];
    private MismoPreview? view;
    private Refusal? refusal, failed;
    private bool isBusy, takesPieces;
    private (Guid File, string? Loan)? shown;

    [Parameter] public Guid FileId { get; set; }

    /// <summary>The loan the file is to be written to, or "new"; nothing while that is open.</summary>
    [SupplyParameterFromQuery] public string? Loan { get; set; }

    private static int AllPieces => Enum.GetValues<ApplicationPiece>().Length;

    /// <summary>Where no loan comes into question, it is a new one.</summary>
    private bool IsDecided => view is { } read && (read.Loan is not null || Loan == New || read.Matches.Count == 0);

    private IEnumerable<MismoMatch> Targets => view!.Loan is { } loan && view.Matches.All(match => match.LoanId != loan.LoanId) ? view.Matches.Append(loan) : view.Matches;

    private string Headline => string.Join(" · ", new[]
    {
        view!.File.People.FirstOrDefault(person => person.IsBorrower)?.Name, Fact("amount"), Fact("purpose"), string.Join(", ", new[] { view.File.Address, view.File.City }.OfType<string>()),
    }.Where(part => !string.IsNullOrEmpty(part)));

    private string PieceWords => view!.Pieces.Count == AllPieces ? "all six pieces" : string.Join(", ", view.Pieces.Select(MismoTexts.Of));

    protected override async Task OnParametersSetAsync()
    {
        if (shown == (FileId, Loan)) return;
        shown = (FileId, Loan);
        var read = await query.ReadAsync(new(FileId, Guid.TryParse(Loan, out var loan) ? loan : null), Leaving);
        (view, refusal, failed) = (read.Value, read.Refusal, null);
        if (view is null) return;

        // Of a loan that is there nothing is overwritten unasked: only what it does not say yet is ticked.
        chosen.Clear();
        chosen.UnionWith(view.News.Where(field => view.Loan is null || field.Of(view.Now) is null or System.Collections.ICollection { Count: 0 }).Select(field => field.Key));
        people.Clear();
        people.UnionWith(view.People.Where(one => one.Known is null).Select(one => one.Person.Key));
        takesPieces = view.Pieces.Count > 0;
    }

    private string? Fact(string key) => MismoFields.All.Single(field => field.Key == key) is var fact ? MismoTexts.Of(fact, view!.File, viewer.Today) : null;

    private void Go(string url) => navigation.NavigateTo(url, replace: true);

    private static void Toggle<T>(HashSet<T> set, T item)
    {
        if (!set.Remove(item)) set.Add(item);
    }

    private async Task SaveAsync()
    {
        if (isBusy || view is null) return;
        isBusy = true;
        var saved = await save.RunAsync(new(FileId, view.Loan?.LoanId, view.SeenVersion, chosen.ToHashSet(), people.ToHashSet(), takesPieces), CancellationToken.None);
        (isBusy, failed) = (false, saved.Refusal);
        if (saved.Value is not { } done) return;

        // After an undo the file waits again; a loan that is gone with it cannot be shown.
        var (file, isNew) = (FileId, view.Loan is null);
        toast.Show(done.Changed, () =>
        {
            if (isNew) navigation.NavigateTo(MismoUrls.For(file));
            return Task.CompletedTask;
        });
        navigation.NavigateTo(LoanUrls.For(done.LoanId));
    }
}
