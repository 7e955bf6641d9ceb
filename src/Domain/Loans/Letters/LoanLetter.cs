using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Letters;

/// <summary>A pre-approval letter as it went out. Its file is kept as it was made; what it says never changes.</summary>
public sealed class LoanLetter : Entity, INamedRecord
{
    /// <summary>Longest number.</summary>
    public const int NumberMaxLength = 20;

    private LoanLetter() { }

    /// <summary>A letter within the limits of its loan; ask <see cref="LetterLimits.Allow"/> first.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="terms">What the letter says.</param>
    /// <param name="number">Its number, unique in the organization.</param>
    /// <param name="place">1 for the first letter of the loan.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="at">When.</param>
    /// <param name="on">The day it is dated.</param>
    public LoanLetter(Loan loan, LetterLimits limits, LetterTerms terms, string number, int place, Guid by, DateTimeOffset at, DateOnly on)
    {
        (LoanId, Number, Place, Programme) = (loan.Id, number, place, limits.Programme);
        (Price, Amount, ExpiresOn) = (terms.Price, terms.Amount, terms.ExpiresOn);
        (IssuedBy, IssuedAt, IssuedOn) = (by, at, on);
    }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The letter's number: "PA-26-0031".</summary>
    public string Number { get; private set; } = "";

    /// <summary>Which letter of the loan it is, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>Price of the property, in dollars.</summary>
    public decimal Price { get; private set; }

    /// <summary>Amount lent, in dollars.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The programme.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>The last day it is good for.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>The day it is dated.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Who made it.</summary>
    public Guid IssuedBy { get; private set; }

    /// <summary>The file in the store.</summary>
    public Guid FileId { get; private set; }

    /// <summary>SHA-256 of the file, as lower-case hexadecimal digits: proves which bytes went out.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Size of the file in bytes.</summary>
    public int Size { get; private set; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who took it back.</summary>
    public Guid? RevokedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? RevokedReason { get; private set; }

    /// <inheritdoc />
    public string RecordName => $"Letter {Number}";

    /// <summary>Whether it can be relied on, on a day.</summary>
    public LetterState StateOn(DateOnly day) => RevokedAt is not null ? LetterState.Revoked : day > ExpiresOn ? LetterState.Expired : LetterState.Valid;

    /// <summary>Says which file it is.</summary>
    public void KeptAs(Guid fileId, string sha256, int size) => (FileId, Sha256, Size) = (fileId, sha256, size);

    /// <summary>Takes it back. It stays listed, and its file stays what it was.</summary>
    public Outcome Revoke(Guid by, DateTimeOffset at, string? reason)
    {
        reason = reason?.Trim();
        if (RevokedAt is not null) return LetterRefusals.AlreadyRevoked;
        if (string.IsNullOrEmpty(reason)) return LetterRefusals.RevokeReasonNeeded;
        if (reason.Length > Loan.ReasonMaxLength) return Refusal.Invalid("Reason", $"A reason has at most {Loan.ReasonMaxLength} characters.");

        (RevokedAt, RevokedBy, RevokedReason) = (at, by, reason);
        return Outcome.Done;
    }
}
