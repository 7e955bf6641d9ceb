using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>The rules of the lock desk from a day on, and where they are written. A lock follows those of the day it is acted on.</summary>
public sealed class LockPolicy : Entity, INamedRecord
{
    /// <summary>Longest source.</summary>
    public const int SourceMaxLength = 200;

    private LockPolicy() { }

    /// <summary>Rules from a day on; write them next.</summary>
    public LockPolicy(DateOnly effectiveOn) => EffectiveOn = effectiveOn;

    /// <summary>The first day they hold.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>Where they come from: "Secondary marketing memo 26-11".</summary>
    public string Source { get; private set; } = "";

    /// <summary>The rules.</summary>
    public LockPolicyTerms Terms { get; private set; } = LockPolicyTerms.Usual;

    /// <summary>Who wrote them.</summary>
    public Guid WrittenBy { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"Lock rules from {EffectiveOn:yyyy-MM-dd}";

    /// <summary>Writes them. Rules that were in force stay as they were: locks were made under them.</summary>
    public Outcome Write(LockPolicyTerms terms, string? source, DateOnly today, Guid by)
    {
        source = source?.Trim() ?? "";
        if (EffectiveOn < today) return Refusal.Invalid(nameof(EffectiveOn), "Rules hold from today or from a day ahead.");
        if (source.Length is 0 or > SourceMaxLength) return Refusal.Invalid(nameof(Source), $"Say where the rules are written, in up to {SourceMaxLength} characters.");
        if (terms.Check() is { IsDone: false } wrong) return wrong;

        (Terms, Source, WrittenBy) = (terms.Sorted(), source, by);
        return Outcome.Done;
    }
}
