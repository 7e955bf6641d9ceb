using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>What may be noted about who an applicant is (12 CFR 1003 appendix B), and why not.</summary>
internal static class DemographicRules
{
    /// <summary>Designations an applicant is reported with at most.</summary>
    internal const int MostDesignations = 5;

    /// <summary>Ages outside are a slip of the hand.</summary>
    internal const int OldestAge = 130;

    private const string Observed = "Noted from sight or surname, only the broad categories can be chosen.";

    internal static Refusal? Check(DemographicAnswers a) =>
        CheckChoices(a, nameof(a.Ethnicities), "ethnicity", a.Ethnicities, a.IsEthnicityObserved, HmdaEthnicity.NotProvided, HmdaEthnicity.NotApplicable, e => (int)e < 10)
        ?? CheckChoices(a, nameof(a.Races), "race", a.Races, a.IsRaceObserved, HmdaRace.NotProvided, HmdaRace.NotApplicable, r => (int)r < 10)
        ?? CheckSex(a)
        ?? CheckText(nameof(a.OtherEthnicity), a.OtherEthnicity, a.Ethnicities.Contains(HmdaEthnicity.OtherHispanicOrLatino))
        ?? CheckText(nameof(a.Tribe), a.Tribe, a.Races.Contains(HmdaRace.AmericanIndianOrAlaskaNative) && !a.IsRaceObserved)
        ?? CheckText(nameof(a.OtherAsian), a.OtherAsian, a.Races.Contains(HmdaRace.OtherAsian))
        ?? CheckText(nameof(a.OtherPacificIslander), a.OtherPacificIslander, a.Races.Contains(HmdaRace.OtherPacificIslander))
        ?? (a.Age is < 1 or > OldestAge ? Refusal.Invalid(nameof(a.Age), $"An age lies between 1 and {OldestAge} years.") : null);

    private static Refusal? CheckChoices<T>(DemographicAnswers a, string field, string what, IReadOnlyList<T> chosen, bool isObserved, T notProvided, T notApplicable, Func<T, bool> isBroad)
        where T : struct, Enum
    {
        var isNone = chosen.Contains(notProvided) || chosen.Contains(notApplicable);
        if (chosen.Count == 0) return Refusal.Invalid(field, $"Note the {what}, or that it was not provided.");
        if (chosen.Count > MostDesignations) return Refusal.Invalid(field, $"At most {MostDesignations} designations are reported: note the ones the applicant chose first.");
        if (chosen.Distinct().Count() != chosen.Count || !chosen.All(Enum.IsDefined)) return Refusal.Invalid(field, "Each designation is noted once.");
        if (isNone && chosen.Count > 1) return Refusal.Invalid(field, "What was provided is noted alone, without “not provided”.");
        return CheckBasis(a, field, isObserved, chosen[0].Equals(notProvided), isNone, chosen.All(isBroad));
    }

    private static Refusal? CheckSex(DemographicAnswers a) =>
        a.Sex is not { } sex || !Enum.IsDefined(sex) ? Refusal.Invalid(nameof(a.Sex), "Note the sex, or that it was not provided.")
        : a.IsSexObserved && sex == HmdaSex.Both ? Refusal.Invalid(nameof(a.Sex), "Noted from sight or surname, it is one or the other.")
        : CheckBasis(a, nameof(a.Sex), a.IsSexObserved, sex == HmdaSex.NotProvided, sex is HmdaSex.NotProvided or HmdaSex.NotApplicable, true);

    private static Refusal? CheckBasis(DemographicAnswers a, string field, bool isObserved, bool isNotProvided, bool isNone, bool isBroad)
    {
        if (isObserved && a.TakenBy != ApplicationTaking.FaceToFace) return Refusal.Invalid(field, "Only a face-to-face application is noted from sight or surname.");
        if (isObserved && isNone) return Refusal.Invalid(field, "Noted from sight or surname, it is known.");
        if (isObserved && !isBroad) return Refusal.Invalid(field, Observed);
        return isNotProvided && a.TakenBy == ApplicationTaking.FaceToFace
            ? Refusal.Invalid(field, "Face to face, what the applicant does not provide is noted from sight or surname (12 CFR 1003 appendix B).")
            : null;
    }

    private static Refusal? CheckText(string field, string? text, bool mayBe) =>
        text is null ? null
        : !mayBe ? Refusal.Invalid(field, "This is written only beside the designation it belongs to.")
        : text.Length > DemographicAnswers.TextMaxLength ? Refusal.Invalid(field, $"At most {DemographicAnswers.TextMaxLength} characters are reported.")
        : null;
}
