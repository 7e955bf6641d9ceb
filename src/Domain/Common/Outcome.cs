using System.Diagnostics.CodeAnalysis;

namespace CrmStudio.Domain.Common;

/// <summary>What a use case or a domain method answers: done, or refused with the reason.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    /// <summary>The verb was carried out.</summary>
    public static Outcome Done => default;

    /// <summary>True when nothing was refused.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>An outcome that carries a value when done.</summary>
/// <typeparam name="T">What the verb gives back.</typeparam>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    /// <summary>True when nothing was refused; then <see cref="Value"/> is set.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>A value is a done outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
