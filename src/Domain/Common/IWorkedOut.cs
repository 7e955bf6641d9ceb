namespace CrmStudio.Domain.Common;

/// <summary>A row that a job works out of other rows. Nobody changes it by hand, so the audit trail does not follow it: it follows the rows it comes from.</summary>
public interface IWorkedOut;
