using CrmStudio.Domain.Loans.Hmda;

namespace CrmStudio.App.Loans.Clocks;

/// <summary>How demographic information is worded: the designations of the sample form (12 CFR 1003 appendix B).</summary>
public static class DemographicWords
{
    public static string Of(ApplicationTaking how) => how switch
    {
        ApplicationTaking.FaceToFace => "Face to face, or by video",
        ApplicationTaking.Telephone => "By telephone",
        ApplicationTaking.Mail => "By mail or fax",
        ApplicationTaking.Internet => "By e-mail or internet",
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Unknown way"),
    };

    public static string Of(HmdaEthnicity ethnicity) => ethnicity switch
    {
        HmdaEthnicity.HispanicOrLatino => "Hispanic or Latino",
        HmdaEthnicity.Mexican => "Mexican",
        HmdaEthnicity.PuertoRican => "Puerto Rican",
        HmdaEthnicity.Cuban => "Cuban",
        HmdaEthnicity.OtherHispanicOrLatino => "Other Hispanic or Latino",
        HmdaEthnicity.NotHispanicOrLatino => "Not Hispanic or Latino",
        HmdaEthnicity.NotProvided => "Not provided",
        HmdaEthnicity.NotApplicable => "Not applicable",
        _ => throw new ArgumentOutOfRangeException(nameof(ethnicity), ethnicity, "Unknown ethnicity"),
    };

    public static string Of(HmdaRace race) => race switch
    {
        HmdaRace.AmericanIndianOrAlaskaNative => "American Indian or Alaska Native",
        HmdaRace.Asian => "Asian",
        HmdaRace.AsianIndian => "Asian Indian",
        HmdaRace.Chinese => "Chinese",
        HmdaRace.Filipino => "Filipino",
        HmdaRace.Japanese => "Japanese",
        HmdaRace.Korean => "Korean",
        HmdaRace.Vietnamese => "Vietnamese",
        HmdaRace.OtherAsian => "Other Asian",
        HmdaRace.BlackOrAfricanAmerican => "Black or African American",
        HmdaRace.NativeHawaiianOrPacificIslander => "Native Hawaiian or Other Pacific Islander",
        HmdaRace.NativeHawaiian => "Native Hawaiian",
        HmdaRace.GuamanianOrChamorro => "Guamanian or Chamorro",
        HmdaRace.Samoan => "Samoan",
        HmdaRace.OtherPacificIslander => "Other Pacific Islander",
        HmdaRace.White => "White",
        HmdaRace.NotProvided => "Not provided",
        HmdaRace.NotApplicable => "Not applicable",
        _ => throw new ArgumentOutOfRangeException(nameof(race), race, "Unknown race"),
    };

    public static string Of(HmdaSex sex) => sex switch
    {
        HmdaSex.Male => "Male",
        HmdaSex.Female => "Female",
        HmdaSex.NotProvided => "Not provided",
        HmdaSex.NotApplicable => "Not applicable",
        HmdaSex.Both => "Male and female",
        _ => throw new ArgumentOutOfRangeException(nameof(sex), sex, "Unknown sex"),
    };

    /// <summary>"Asian (2), Korean (25)", with what the applicant named and how it was noted.</summary>
    public static string Ethnicities(DemographicAnswers answers) =>
        Line(answers.Ethnicities.Select(one => $"{Of(one)} ({(int)one})"), [answers.OtherEthnicity], answers.IsEthnicityObserved);

    public static string Races(DemographicAnswers answers) =>
        Line(answers.Races.Select(one => $"{Of(one)} ({(int)one})"), [answers.Tribe, answers.OtherAsian, answers.OtherPacificIslander], answers.IsRaceObserved);

    public static string Sex(DemographicAnswers answers) => Line([$"{Of(answers.Sex!.Value)} ({(int)answers.Sex.Value})"], [], answers.IsSexObserved);

    private static string Line(IEnumerable<string> codes, IEnumerable<string?> named, bool isObserved) =>
        string.Join(", ", codes) + string.Concat(named.OfType<string>().Select(name => $", “{name}”")) + (isObserved ? "; noted from sight or surname" : "");
}
