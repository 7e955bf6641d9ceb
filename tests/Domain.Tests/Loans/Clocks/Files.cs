using System.Globalization;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Domain.Tests.Compliance.Rules;

namespace CrmStudio.Domain.Tests.Loans.Clocks;

/// <summary>Loans and what went out for them, in few words.</summary>
internal static class Files
{
    public static readonly Guid Ana = Guid.CreateVersion7();
    private static readonly Pipeline pipeline = DefaultPipelines.Loans();

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string day) => new(Day(day).ToDateTime(new TimeOnly(15, 0)), TimeSpan.Zero);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>A loan whose six pieces were in on a day; not yet when the day is null.</summary>
    public static Loan Loan(string? applied, LoanPurpose purpose = LoanPurpose.Purchase, string? closing = null, Action<Loan>? with = null)
    {
        var loan = CrmStudio.Domain.Loans.Loan.Open("T-1", "Marisol Whitlock", pipeline.Stages[0], Ana, Ana, At("2026-01-05"));
        loan.SetTerms(loan.Terms() with { Amount = 409_600m, PurchasePrice = 512_000m, AppraisedValue = 512_000m, Purpose = purpose, Occupancy = Occupancy.PrimaryResidence, NoteRate = 6.375m, TermMonths = 360 });
        loan.LocateProperty("214 Alder Court", "Wells Harbor", "ME", "04090");
        if (applied is not null) foreach (var piece in Enum.GetValues<ApplicationPiece>()) loan.Receive(piece, At(applied), Ana, At(applied), DayOf);
        if (closing is not null) loan.CloseOn(Day(closing));
        with?.Invoke(loan);
        return loan;
    }

    public static LoanClock Clock(Loan loan, string today, params Disclosure[] disclosures) => Clock(new ClockFile { Loan = loan, Disclosures = disclosures }, today);

    public static LoanClock Clock(ClockFile file, string today) => new(file, Lenders.Usual, Day(today));

    public static Disclosure Estimate(string sent, DisclosureMethod method = DisclosureMethod.UsMail, params Disclosure[] before) =>
        Sent(DisclosureKind.LoanEstimate, sent, method, before);

    public static Disclosure Closing(string sent, DisclosureMethod method = DisclosureMethod.UsMail, decimal? apr = null, params Disclosure[] before) =>
        Sent(DisclosureKind.ClosingDisclosure, sent, method, before, apr);

    public static DisclosureDraft Draft(DisclosureKind kind, string sent, DisclosureMethod method = DisclosureMethod.UsMail) => new()
    {
        LoanId = Guid.CreateVersion7(), Kind = kind, SentOn = Day(sent), Method = method, ConsentOn = method == DisclosureMethod.Electronic ? Day("2026-01-01") : null,
        Reasons = [ChangeReason.SettlementCharges], KnownOn = Day(sent),
    };

    public static Outcome<Disclosure> Record(DisclosureDraft draft, params Disclosure[] before) => Disclosure.Record(draft, before, hasIntent: false, Lenders.Usual, Day("2030-01-01"), Ana);

    public static LoanNotice Notice(NoticeKind kind, string on, LoanClock clock) => LoanNotice.Record(Guid.CreateVersion7(), kind, Day(on), null, clock, Day("2030-01-01"), Ana).Value!;

    private static Disclosure Sent(DisclosureKind kind, string sent, DisclosureMethod method, Disclosure[] before, decimal? apr = null) =>
        Record(Draft(kind, sent, method) with { Apr = apr }, before) is { IsDone: true } done ? done.Value : throw new InvalidOperationException("That disclosure could not be sent.");
}
