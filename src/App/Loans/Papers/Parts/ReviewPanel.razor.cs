using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Papers.Parts;

/// <summary>The review of one document. Whoever opens what nobody looks at yet, looks at it: others see that.</summary>
public partial class ReviewPanel(StartReview start, AcceptDocument accept, RejectDocument reject, NavigationManager navigation)
{
    private FileLine? shown;
    private DateOnly? goodUntil;
    private RejectionCode code;
    private string reason = "";
    private bool isReturning, isBusy;
    private Refusal? refusal;

    [Parameter, EditorRequired] public LoanPapers Papers { get; set; } = default!;

    [Parameter, EditorRequired] public PaperLine Line { get; set; } = default!;

    [Parameter, EditorRequired] public ViewerClock Clock { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private PaperLine? Next => Papers.MayReview ? Papers.Lines.FirstOrDefault(line => line.IsToReview && line.Id != Line.Id) : null;

    private Tone Tone => Line.Status switch
    {
        DocumentStatus.Accepted => Tone.Ok,
        DocumentStatus.Rejected or DocumentStatus.Expired => Tone.Bad,
        DocumentStatus.Uploaded or DocumentStatus.InReview => Tone.Info,
        _ => Tone.Plain,
    };

    private string WhyNotShown => shown!.Kind switch
    {
        FileKind.Pdf => "Something in this PDF can act, or it cannot be looked into: scripts, attachments, a password. It is downloaded, not shown.",
        FileKind.Heic or FileKind.Tiff => "Browsers do not show this kind of picture.",
        _ => "Browsers do not show this kind of file.",
    };

    protected override async Task OnInitializedAsync()
    {
        goodUntil = Line.GoodForDays is { } days ? Papers.Today.AddDays(days) : null;
        if (Line.Status != DocumentStatus.Uploaded || Papers is not { MayReview: true, MayOpenFiles: true } || !RendererInfo.IsInteractive) return;
        if ((await start.RunAsync(new(Line.Id), Leaving)).IsDone) await OnChanged.InvokeAsync();
    }

    // A file that came meanwhile joins the list; what is looked at stays.
    protected override void OnParametersSet() => shown = Line.Files.FirstOrDefault(file => file.Id == shown?.Id) ?? Line.Files.FirstOrDefault();

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private string At(DateTimeOffset at) => Clock.Local(at).ToString("MMM d, h:mm tt", System.Globalization.CultureInfo.GetCultureInfo("en-US"));

    private Task AcceptAsync() => DoAsync(() => accept.RunAsync(new(Line.Id, goodUntil), CancellationToken.None));

    private Task ReturnAsync() => DoAsync(() => reject.RunAsync(new(Line.Id, code, reason), CancellationToken.None));

    private async Task DoAsync(Func<Task<Outcome<Changed>>> verb)
    {
        if (isBusy) return;
        isBusy = true;
        var (next, outcome) = (Next, await verb());
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Field is not null) return;
        await OnSaved.InvokeAsync(outcome);
        if (outcome.IsDone) navigation.NavigateTo(next is null ? LoanUrls.For(Papers.LoanId, PaperUrls.DocumentsTab) : PaperUrls.ForDocument(Papers.LoanId, next.Id));
    }
}
