using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>A document the organization usually asks for, and for which loans. Loans keep their own words: changing this changes no list.</summary>
public sealed class NeedTemplate : Entity, INamedRecord
{
    /// <summary>Longest time to bring it, in days.</summary>
    public const int DueLimit = 365;

    private NeedTemplate() { }

    /// <summary>A template.</summary>
    /// <param name="position">Its place in the order, from 1.</param>
    /// <param name="draft">What it says.</param>
    public static Outcome<NeedTemplate> Make(int position, NeedTemplateDraft draft)
    {
        var template = new NeedTemplate { Position = position };
        var changed = template.Change(draft);
        return changed.IsDone ? template : changed.Refusal;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the borrower reads below the name.</summary>
    public string? Instructions { get; private set; }

    /// <summary>Whether it verifies the application.</summary>
    public bool Verifies { get; private set; }

    /// <summary>Whether the borrower brings it.</summary>
    public bool FromBorrower { get; private set; }

    /// <summary>Days to bring it, from the day it is asked for; null for no due day.</summary>
    public int? DueInDays { get; private set; }

    /// <summary>How long it stays good once accepted, in days; null for good.</summary>
    public int? GoodForDays { get; private set; }

    /// <summary>Types of mortgage it is asked for; none means all.</summary>
    public string[] MortgageTypes { get; private set; } = [];

    /// <summary>Purposes it is asked for; none means all.</summary>
    public string[] Purposes { get; private set; } = [];

    /// <summary>Occupancies it is asked for; none means all.</summary>
    public string[] Occupancies { get; private set; } = [];

    /// <summary>Place in the order, from 1.</summary>
    public int Position { get; private set; }

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>Changes what it says.</summary>
    public Outcome Change(NeedTemplateDraft draft)
    {
        var (name, instructions) = (draft.Name.Trim(), string.IsNullOrWhiteSpace(draft.Instructions) ? null : draft.Instructions.Trim());
        if (name.Length is 0 or > DocumentRequest.NameMaxLength) return PaperRefusals.NameNeeded;
        if (instructions is { Length: > DocumentRequest.InstructionsMaxLength }) return PaperRefusals.InstructionsTooLong;
        if (draft.DueInDays is < 0 or > DueLimit) return Refusal.Invalid(nameof(DueInDays), $"A borrower has 0 to {DueLimit} days.");
        if (draft.GoodForDays is < 1 or > 3_650) return PaperRefusals.GoodForOutOfRange;
        (Name, Instructions, Verifies, FromBorrower, DueInDays, GoodForDays) = (name, instructions, draft.Verifies, draft.FromBorrower, draft.DueInDays, draft.GoodForDays);
        MortgageTypes = [.. draft.MortgageTypes.Distinct().Order().Select(type => type.ToString())];
        Purposes = [.. draft.Purposes.Distinct().Order().Select(purpose => purpose.ToString())];
        Occupancies = [.. draft.Occupancies.Distinct().Order().Select(occupancy => occupancy.ToString())];
        return Outcome.Done;
    }

    /// <summary>Whether it is asked for on such a loan. What is not known yet excludes nothing.</summary>
    public bool Fits(MortgageType? type, LoanPurpose? purpose, Occupancy? occupancy) =>
        Allows(MortgageTypes, type?.ToString()) && Allows(Purposes, purpose?.ToString()) && Allows(Occupancies, occupancy?.ToString());

    /// <summary>The need on a loan.</summary>
    /// <param name="on">The day it is asked for.</param>
    /// <param name="estimateSent">Whether the Loan Estimate went out: before it, what verifies is voluntary.</param>
    public DocumentNeed NeedOn(DateOnly on, bool estimateSent)
    {
        var isRequired = estimateSent || !Verifies;
        return new(Name, Instructions, Verifies, isRequired, FromBorrower, isRequired && DueInDays is { } days ? on.AddDays(days) : null, GoodForDays);
    }

    /// <summary>Changes places with a neighbour.</summary>
    public void SwapPlaces(NeedTemplate other) => (Position, other.Position) = (other.Position, Position);

    private static bool Allows(string[] listed, string? value) => listed.Length == 0 || value is null || listed.Contains(value);
}
