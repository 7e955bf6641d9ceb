using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Watch;

namespace CrmStudio.App.Loans.Watch;

/// <summary>A borrower of a funded loan, and whether there is anything to write to them.</summary>
/// <param name="Loan">The loan.</param>
/// <param name="Contact">The person.</param>
/// <param name="Consents">What they said about being reached, newest first.</param>
/// <param name="Messages">Messages to them about this loan.</param>
/// <param name="Draft">The message that could be drafted now, or why none can.</param>
public sealed record WatchPerson(Loan Loan, Contact Contact, IReadOnlyList<Consent> Consents, IReadOnlyList<WatchMessage> Messages, Outcome<WatchMessage> Draft);
