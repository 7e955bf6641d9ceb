using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

public sealed partial class Contact
{
    /// <summary>Everything that is known of the person.</summary>
    public ContactFacts Facts() => new(FirstName, LastName, Email, Phone, Kind, JobTitle, CompanyId, State, TimeZone, Language, PreferredChannel, Source, EmailLabel, PhoneLabel);

    /// <summary>Writes what is known; refuses, field by field, what cannot be. Without a time zone of its own the person gets that of the state.</summary>
    public Outcome Know(ContactFacts typed)
    {
        var facts = typed.Trimmed();
        if (facts.Refuse() is { } refusal) return refusal;
        if (ReachBy(facts.Email, facts.Phone) is { IsDone: false } unreachable) return unreachable;

        (FirstName, LastName, Kind) = (facts.FirstName ?? "", facts.LastName ?? "", facts.Kind);
        (JobTitle, CompanyId, Language, PreferredChannel, Source) = (facts.JobTitle, facts.CompanyId, facts.Language, facts.PreferredChannel, facts.Source);
        (State, TimeZone) = (facts.State, facts.TimeZone ?? StateZones.Of(facts.State));
        (EmailLabel, PhoneLabel) = (facts.EmailLabel, facts.PhoneLabel);
        return Outcome.Done;
    }

    /// <summary>Says that the person is to be called no more, or may be called again.</summary>
    public void DoNotCall(DateTimeOffset? since) => DoNotCallSince = since is null ? null : DoNotCallSince ?? since;

    /// <summary>Somebody spoke or wrote with the person.</summary>
    public void Touched(DateTimeOffset at) => LastTouchAt = LastTouchAt > at ? LastTouchAt : at;

    /// <summary>The person lives with others, or no more.</summary>
    public void LiveIn(Guid? householdId) => HouseholdId = householdId;

    /// <summary>What somebody who asked becomes when a loan is opened for them. Who is an agent or a partner stays one.</summary>
    public void BecomeClient() => Kind = Kind == ContactKind.Prospect ? ContactKind.Client : Kind;
}
