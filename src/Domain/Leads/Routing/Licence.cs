using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>A state's leave to a member to originate loans there.</summary>
public sealed class Licence : Entity, INamedRecord
{
    /// <summary>Longest number.</summary>
    public const int NumberMaxLength = 40;

    private Licence() { }

    private Licence(Guid memberId, string state, string? number, DateOnly? expiresOn) => (MemberId, State, Number, ExpiresOn) = (memberId, state, number, expiresOn);

    /// <summary>Whose.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The state, as two letters.</summary>
    public string State { get; private set; } = "";

    /// <summary>Its number.</summary>
    public string? Number { get; private set; }

    /// <summary>The last day it holds; null where it has none.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"Licence in {State}";

    /// <summary>Notes a licence; refuses one of no state.</summary>
    public static Outcome<Licence> Hold(Guid memberId, string? state, string? number, DateOnly? expiresOn)
    {
        state = state?.Trim().ToUpperInvariant();
        number = string.IsNullOrWhiteSpace(number) ? null : number.Trim();
        if (!StateZones.IsState(state)) return Refusal.Invalid(nameof(State), "Choose the state.");
        if (number?.Length > NumberMaxLength) return Refusal.Invalid(nameof(Number), $"A number has up to {NumberMaxLength} characters.");
        if (expiresOn?.Year is < 2000 or > 2100) return Refusal.Invalid(nameof(ExpiresOn), "Write a day of this century.");
        return new Licence(memberId, state!, number, expiresOn);
    }

    /// <summary>Holds on, under another number or until another day.</summary>
    public Outcome Renew(string? number, DateOnly? expiresOn)
    {
        if (Hold(MemberId, State, number, expiresOn) is { IsDone: false } refused) return refused.Refusal;
        (Number, ExpiresOn) = (string.IsNullOrWhiteSpace(number) ? null : number.Trim(), expiresOn);
        return Outcome.Done;
    }
}
