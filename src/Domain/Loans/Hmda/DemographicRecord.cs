using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>
/// Who an applicant is, as Regulation C has it asked (12 CFR 1003.4(a)(10), appendix B): kept apart from everything credit is decided with
/// (12 CFR 1002.5, 1002.13), for the register alone. Written once; another collection is another record, and the newest counts.
/// </summary>
public sealed class DemographicRecord : Entity
{
    private DemographicRecord() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The borrower.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>Its place among the records of the borrower, from 1: two people cannot both be the next.</summary>
    public int Number { get; private set; }

    /// <summary>The day it was collected.</summary>
    public DateOnly CollectedOn { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid RecordedBy { get; private set; }

    /// <summary>How the application was taken.</summary>
    public ApplicationTaking TakenBy { get; private set; }

    /// <summary>Codes of the ethnicities.</summary>
    public int[] Ethnicities { get; private set; } = [];

    /// <summary>What stands behind “other”.</summary>
    public string? OtherEthnicity { get; private set; }

    /// <summary>Whether the ethnicity was noted from sight or surname.</summary>
    public bool IsEthnicityObserved { get; private set; }

    /// <summary>Codes of the races.</summary>
    public int[] Races { get; private set; } = [];

    /// <summary>The enrolled or principal tribe.</summary>
    public string? Tribe { get; private set; }

    /// <summary>What stands behind “other Asian”.</summary>
    public string? OtherAsian { get; private set; }

    /// <summary>What stands behind “other Pacific Islander”.</summary>
    public string? OtherPacificIslander { get; private set; }

    /// <summary>Whether the race was noted from sight or surname.</summary>
    public bool IsRaceObserved { get; private set; }

    /// <summary>Code of the sex.</summary>
    public int Sex { get; private set; }

    /// <summary>Whether the sex was noted from sight or surname.</summary>
    public bool IsSexObserved { get; private set; }

    /// <summary>Age on the day of the application.</summary>
    public int? Age { get; private set; }

    /// <summary>Writes down what was collected, or says what Regulation C would not have written.</summary>
    /// <param name="party">The borrower.</param>
    /// <param name="number">Its place.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who writes.</param>
    public static Outcome<DemographicRecord> Collect(LoanParty party, int number, DemographicAnswers answers, DateOnly on, Guid by)
    {
        if (party.Role is not (LoanPartyRole.Borrower or LoanPartyRole.CoBorrower)) return HmdaRefusals.NotAnApplicant;
        if (DemographicRules.Check(answers) is { } wrong) return wrong;
        return new DemographicRecord
        {
            LoanId = party.LoanId, PartyId = party.Id, Number = number, CollectedOn = on, RecordedBy = by, TakenBy = answers.TakenBy,
            Ethnicities = [.. answers.Ethnicities.Select(one => (int)one)], OtherEthnicity = answers.OtherEthnicity, IsEthnicityObserved = answers.IsEthnicityObserved,
            Races = [.. answers.Races.Select(one => (int)one)], Tribe = answers.Tribe, OtherAsian = answers.OtherAsian, OtherPacificIslander = answers.OtherPacificIslander,
            IsRaceObserved = answers.IsRaceObserved, Sex = (int)answers.Sex!.Value, IsSexObserved = answers.IsSexObserved, Age = answers.Age,
        };
    }

    /// <summary>What it says, in one piece.</summary>
    public DemographicAnswers Answers() => new()
    {
        TakenBy = TakenBy, Ethnicities = [.. Ethnicities.Select(code => (HmdaEthnicity)code)], OtherEthnicity = OtherEthnicity, IsEthnicityObserved = IsEthnicityObserved,
        Races = [.. Races.Select(code => (HmdaRace)code)], Tribe = Tribe, OtherAsian = OtherAsian, OtherPacificIslander = OtherPacificIslander,
        IsRaceObserved = IsRaceObserved, Sex = (HmdaSex)Sex, IsSexObserved = IsSexObserved, Age = Age,
    };
}
