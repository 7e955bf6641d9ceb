using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans;

/// <summary>One loan on its way from a lead to a funded file.</summary>
public sealed partial class Loan : Entity, INamedRecord, ISearchable
{
    /// <summary>Longest loan number.</summary>
    public const int NumberMaxLength = 40;

    private readonly List<LoanParty> parties = [];
    private readonly List<LoanStageVisit> visits = [];

    private Loan() { }

    /// <summary>The lender's number, unique in the organization.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The primary borrower's name, kept here for lists.</summary>
    public string BorrowerName { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => $"{BorrowerName} ({Number})";

    IEnumerable<string?> ISearchable.SearchNames => [Number, BorrowerName];

    IEnumerable<string?> ISearchable.SearchDetails => [PropertyAddress, PropertyCity, PropertyZip, Product];

    /// <summary>The loan officer.</summary>
    public Guid? OfficerId { get; private set; }

    /// <summary>The processor.</summary>
    public Guid? ProcessorId { get; private set; }

    /// <summary>Where the borrower came from, such as "Referral".</summary>
    public string? Source { get; set; }

    /// <summary>Everybody who has a part in the loan.</summary>
    public IReadOnlyList<LoanParty> Parties => parties;

    /// <summary>The stage history.</summary>
    public IReadOnlyList<LoanStageVisit> Visits => visits;

    /// <summary>Opens a loan in a stage.</summary>
    /// <param name="number">The lender's number.</param>
    /// <param name="borrowerName">The primary borrower, as lists show it.</param>
    /// <param name="stage">Where it starts.</param>
    /// <param name="officerId">Who works it.</param>
    /// <param name="by">Who opened it.</param>
    /// <param name="at">When.</param>
    public static Loan Open(string number, string borrowerName, PipelineStage stage, Guid? officerId, Guid by, DateTimeOffset at)
    {
        var loan = new Loan
        {
            Number = number.Trim(), BorrowerName = borrowerName.Trim(), OfficerId = officerId,
            PipelineId = stage.PipelineId, StageId = stage.Id, StageSince = at, openConditions = [],
        };
        loan.visits.Add(new LoanStageVisit(loan.Id, null, stage.Id, by, at, null));
        loan.Raise(new LoanOpened(loan.Id, officerId, by));
        return loan;
    }

    /// <summary>Adds a person to the loan. The first borrower's name is what lists show.</summary>
    public LoanParty AddParty(Guid contactId, string name, LoanPartyRole role)
    {
        if (role == LoanPartyRole.Borrower) BorrowerName = name.Trim();
        var party = new LoanParty(Id, contactId, role, parties.Count + 1);
        parties.Add(party);
        return party;
    }

    /// <summary>Changes the name lists show for the primary borrower.</summary>
    public void NameBorrower(string name) => BorrowerName = name.Trim();

    /// <summary>Gives the loan to an officer.</summary>
    public void AssignTo(Guid? officerId) => OfficerId = officerId;

    /// <summary>Gives the file to a processor.</summary>
    public void ProcessBy(Guid? processorId) => ProcessorId = processorId;
}
