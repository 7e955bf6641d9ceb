using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Hmda;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>Writes down what a borrower answered. Starts empty whatever was written before: who writes does not read.</summary>
public partial class DemographicsForm(RecordDemographics record)
{
    private static readonly HmdaEthnicity[] ethnicities = [.. Enum.GetValues<HmdaEthnicity>().OrderBy(DemographicOrder.Of)];
    private static readonly HmdaRace[] races = [.. Enum.GetValues<HmdaRace>().OrderBy(DemographicOrder.Of)];

    private readonly Draft draft = new();
    private Refusal? refusal;
    private bool isBusy;

    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    [Parameter, EditorRequired] public HmdaApplicant Applicant { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    private bool IsFaceToFace => draft.TakenBy == ApplicationTaking.FaceToFace;

    // What the way the application was taken does not allow is not offered.
    private bool Offers(int code, bool isNotProvided, bool isObserved) => !(isNotProvided && IsFaceToFace) && !(isObserved && IsFaceToFace && code > 9);

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await record.RunAsync(new(LoanId, Applicant.PartyId, Applicant.Collected?.Number ?? 0, draft.ToAnswers()), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private RenderFragment? Wrong(string field) => ErrorOf(field) is not { } message ? null : builder =>
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "help bad");
        builder.AddAttribute(2, "role", "alert");
        builder.AddContent(3, message);
        builder.CloseElement();
    };

    private sealed class Draft
    {
        public ApplicationTaking TakenBy { get; set; } = ApplicationTaking.Internet;

        public List<HmdaEthnicity> Ethnicities { get; } = [];

        public string? OtherEthnicity { get; set; }

        public bool IsEthnicityObserved { get; set; }

        public List<HmdaRace> Races { get; } = [];

        public string? Tribe { get; set; }

        public string? OtherAsian { get; set; }

        public string? OtherPacificIslander { get; set; }

        public bool IsRaceObserved { get; set; }

        public HmdaSex? Sex { get; set; }

        public bool IsSexObserved { get; set; }

        public int? Age { get; set; }

        public static void Toggle<T>(List<T> chosen, T one, bool isOn)
        {
            chosen.Remove(one);
            if (isOn) chosen.Add(one);
        }

        /// <summary>What is shown; what another choice hid does not count.</summary>
        public DemographicAnswers ToAnswers()
        {
            var isFaceToFace = TakenBy == ApplicationTaking.FaceToFace;
            var (ethnicity, race, sex) = (IsEthnicityObserved && isFaceToFace, IsRaceObserved && isFaceToFace, IsSexObserved && isFaceToFace);
            return new DemographicAnswers
            {
                TakenBy = TakenBy, IsEthnicityObserved = ethnicity, IsRaceObserved = race, IsSexObserved = sex, Age = Age,
                Ethnicities = [.. Ethnicities.Where(one => !(ethnicity && (int)one > 9) && !(isFaceToFace && one == HmdaEthnicity.NotProvided))],
                Races = [.. Races.Where(one => !(race && (int)one > 9) && !(isFaceToFace && one == HmdaRace.NotProvided))],
                Sex = isFaceToFace && Sex == HmdaSex.NotProvided ? null : Sex,
                OtherEthnicity = Ethnicities.Contains(HmdaEthnicity.OtherHispanicOrLatino) && !ethnicity ? Clean(OtherEthnicity) : null,
                Tribe = Races.Contains(HmdaRace.AmericanIndianOrAlaskaNative) && !race ? Clean(Tribe) : null,
                OtherAsian = Races.Contains(HmdaRace.OtherAsian) && !race ? Clean(OtherAsian) : null,
                OtherPacificIslander = Races.Contains(HmdaRace.OtherPacificIslander) && !race ? Clean(OtherPacificIslander) : null,
            };
        }

        private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
