using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Reasons around documents, conditions and the borrower's link.</summary>
public static class PaperRefusals
{
    /// <summary>What verifies the application may not be required before the Loan Estimate (12 CFR 1026.19(e)(2)(iii)).</summary>
    public static Refusal VerificationBeforeEstimate(string name) => new("loans.verification-before-estimate",
        $"“{name}” verifies the application, so it cannot be required before the Loan Estimate went out (12 CFR 1026.19(e)(2)(iii)). Ask for it as voluntary, or record the Loan Estimate first.", "IsRequired");

    /// <summary>A request needs a name.</summary>
    public static Refusal NameNeeded { get; } = Refusal.Invalid("Name", $"Name the document, in at most {DocumentRequest.NameMaxLength} characters.");

    /// <summary>Instructions have an end.</summary>
    public static Refusal InstructionsTooLong { get; } = Refusal.Invalid("Instructions", $"Instructions have at most {DocumentRequest.InstructionsMaxLength:N0} characters.");

    /// <summary>What nobody has to send has no due day.</summary>
    public static Refusal VoluntaryIsNeverDue { get; } = Refusal.Invalid("DueOn", "What is voluntary has no due day.");

    /// <summary>A document is good for some days, or for good.</summary>
    public static Refusal GoodForOutOfRange { get; } = Refusal.Invalid("GoodForDays", "A document stays good for 1 to 3,650 days.");

    /// <summary>The loan has as many requests as it may have.</summary>
    public static Refusal TooManyRequests(int limit) => new("loans.too-many-requests", $"A loan has at most {limit} documents on its list.");

    /// <summary>Nothing has come that could be looked at.</summary>
    public static Refusal NothingToReview { get; } = new("loans.nothing-to-review", "There is no file to review yet.");

    /// <summary>It is settled; asking again is a verb of its own.</summary>
    public static Refusal IsSettled { get; } = new("loans.document-settled", "This document is settled. Ask for it again to take another file.");

    /// <summary>What was sent back must be explained.</summary>
    public static Refusal ReasonNeeded { get; } = Refusal.Invalid("Reason", "Write the reason: the borrower reads it.");

    /// <summary>Reasons have an end.</summary>
    public static Refusal ReasonTooLong { get; } = Refusal.Invalid("Reason", $"A reason has at most {DocumentRequest.ReasonMaxLength} characters.");

    /// <summary>Files have come for it, so it stays, and can be marked as not needed.</summary>
    public static Refusal HasFiles { get; } = new("loans.request-has-files", "Files have come for this, so it stays. Mark it as not applicable instead.");

    /// <summary>Only what is open again can be asked for again.</summary>
    public static Refusal AskedAlready { get; } = new("loans.asked-already", "This is asked for already.");

    /// <summary>Nobody is asked for papers of an ended loan.</summary>
    public static Refusal LoanHasEnded { get; } = new("loans.papers-of-ended-loan", "This loan has ended. Reopen it first.");

    /// <summary>The link is not one that opens anything: wrong, expired, revoked, another loan's. The words are the same for all of them.</summary>
    public static Refusal LinkOpensNothing { get; } = new("loans.link-opens-nothing", "This link does not open anything any more. Ask your loan officer for a new one.");

    /// <summary>There is nobody to send it to.</summary>
    public static Refusal NoBorrowerEmail { get; } = new("loans.no-borrower-email", "The borrower has no e-mail address. Add one to the contact, or copy a link and send it yourself.");

    /// <summary>Nothing is waiting for the borrower.</summary>
    public static Refusal NothingToTell { get; } = new("loans.nothing-to-tell", "Nothing on the list waits for the borrower.");

    /// <summary>As many files as one request may hold.</summary>
    public static Refusal TooManyFiles(int limit) => new("loans.too-many-files", $"One document takes at most {limit} files. Put pages together into one PDF.");

    /// <summary>As many files as one loan may hold.</summary>
    public static Refusal TooManyFilesOnLoan(int limit) => new("loans.too-many-files-on-loan", $"A loan holds at most {limit:N0} files.");

    /// <summary>The organization's share of the store is used up.</summary>
    public static Refusal QuotaReached(long bytes) => new("loans.quota-reached", $"The lender's storage of {bytes / (1024 * 1024 * 1024.0):0.##} GB is full. Ask an administrator for room.");

    /// <summary>As many uploads as may be under way at once.</summary>
    public static Refusal TooManyUploads(int limit) => new("loans.too-many-uploads", $"At most {limit} uploads can be under way at once. Wait for one to finish.");

    /// <summary>The same bytes were sent for the same document before.</summary>
    public static Refusal SameFile(string name) => new("loans.same-file", $"This is the same file as {name}, which we have already.");

    /// <summary>The upload is not known, or not whose it should be.</summary>
    public static Refusal UploadUnknown { get; } = new("loans.upload-unknown", "This upload is not known any more. Choose the file again.");

    /// <summary>A condition says something.</summary>
    public static Refusal ConditionTextNeeded { get; } = Refusal.Invalid("Text", $"Write the condition, in at most {LoanCondition.TextMaxLength:N0} characters.");

    /// <summary>Conditions go along their way only.</summary>
    public static Refusal ConditionCannot(ConditionStatus from, ConditionStatus to) => new("loans.condition-cannot", $"A condition that is {Word(from)} cannot become {Word(to)}.");

    /// <summary>Some steps of a condition must be explained.</summary>
    public static Refusal ConditionReasonNeeded(ConditionStatus to) => Refusal.Invalid("Reason", to == ConditionStatus.Open ? "Write why it is open again." : $"Write why it is {Word(to)}.");

    /// <summary>What went on its way stays in the file.</summary>
    public static Refusal ConditionWentOn { get; } = new("loans.condition-went-on", "This condition went on its way already, so it stays. It can be waived.");

    /// <summary>A loan has as many conditions as it may have.</summary>
    public static Refusal TooManyConditions(int limit) => new("loans.too-many-conditions", $"A loan has at most {limit} conditions.");

    /// <summary>No condition was found in the text.</summary>
    public static Refusal NoConditionsInText { get; } = Refusal.Invalid("Text", "Paste the conditions, one per line.");

    private static string Word(ConditionStatus status) => status.ToString().ToLowerInvariant();
}
