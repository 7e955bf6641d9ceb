namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>What an applicant answered, or what was noted where a face-to-face applicant did not.</summary>
public sealed record DemographicAnswers
{
    /// <summary>Longest text an applicant names a designation with.</summary>
    public const int TextMaxLength = 100;

    /// <summary>How the application was taken.</summary>
    public required ApplicationTaking TakenBy { get; init; }

    /// <summary>Ethnicities, in the order chosen.</summary>
    public IReadOnlyList<HmdaEthnicity> Ethnicities { get; init; } = [];

    /// <summary>What stands behind <see cref="HmdaEthnicity.OtherHispanicOrLatino"/>.</summary>
    public string? OtherEthnicity { get; init; }

    /// <summary>Whether the ethnicity was noted from sight or surname.</summary>
    public bool IsEthnicityObserved { get; init; }

    /// <summary>Races, in the order chosen.</summary>
    public IReadOnlyList<HmdaRace> Races { get; init; } = [];

    /// <summary>The enrolled or principal tribe.</summary>
    public string? Tribe { get; init; }

    /// <summary>What stands behind <see cref="HmdaRace.OtherAsian"/>.</summary>
    public string? OtherAsian { get; init; }

    /// <summary>What stands behind <see cref="HmdaRace.OtherPacificIslander"/>.</summary>
    public string? OtherPacificIslander { get; init; }

    /// <summary>Whether the race was noted from sight or surname.</summary>
    public bool IsRaceObserved { get; init; }

    /// <summary>Sex.</summary>
    public HmdaSex? Sex { get; init; }

    /// <summary>Whether the sex was noted from sight or surname.</summary>
    public bool IsSexObserved { get; init; }

    /// <summary>Age in whole years on the day of the application; null where it is not applicable, or not known yet.</summary>
    public int? Age { get; init; }

    /// <summary>Whether the applicant is no natural person: then nothing of this applies.</summary>
    public bool IsNobody => Ethnicities is [HmdaEthnicity.NotApplicable] && Races is [HmdaRace.NotApplicable] && Sex is HmdaSex.NotApplicable;
}
