using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.Domain.Loans.Papers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace CrmStudio.App.Loans.Papers.Pages;

/// <summary>
/// The borrower's own page behind their link. Looks the same, with the same status, for every link that opens nothing; opening it
/// changes nothing.
/// </summary>
public partial class BorrowerPage(BorrowerDoor door, BorrowerListQuery query)
{
    private BorrowerList? list;

    [CascadingParameter] private HttpContext Request { get; set; } = default!;

    /// <summary>The document a file just came for.</summary>
    [SupplyParameterFromQuery] public Guid? Sent { get; set; }

    /// <summary>The document a file was refused for, and why.</summary>
    [SupplyParameterFromQuery] public Guid? On { get; set; }

    [SupplyParameterFromQuery] public string? Refused { get; set; }

    private IReadOnlyList<BorrowerLine> Checked => [.. list!.Lines.Where(line => line.IsUnderReview)];

    private IReadOnlyList<BorrowerLine> Done => [.. list!.Lines.Where(line => line.Status is DocumentStatus.Accepted or DocumentStatus.NotApplicable)];

    private int Here => Checked.Count + Done.Count;

    private string Lead => (list!.Waiting.Count(line => line.IsRequired), list.Waiting.Count) switch
    {
        (0, 0) => list.Lines.Count == 0 ? "Nothing is asked for at the moment." : "We write to you when something else is needed.",
        (0, _) => "Nothing below is required now. Send what you have at hand.",
        (1, _) => "One document is missing. Photos from your phone are fine, as long as every corner and word can be seen.",
        var (required, _) => $"{required} documents are missing. Photos from your phone are fine, as long as every corner and word can be seen.",
    };

    protected override async Task OnInitializedAsync()
    {
        if (await door.EnterAsync(Request, Request.RequestAborted) is { } visit) list = (await query.ReadAsync(visit, Request.RequestAborted)).Value;
        Request.Response.Headers.CacheControl = "private, no-store";
        Request.Response.Headers["Referrer-Policy"] = "no-referrer";
        Request.Response.Headers["X-Robots-Tag"] = "noindex";
        if (list is not null) return;
        if (Request.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;   // this page says it itself
        // At the last moment: a page that says 404 while it is drawn is not sent at all.
        Request.Response.OnStarting(() =>
        {
            Request.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
