using System.Text;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers;

/// <summary>What a mail to a borrower says: what is new, what goes back, what is still awaited. No amount, no address, no number of the loan.</summary>
internal sealed class NoticeWords(string lender, Member? officer, IReadOnlyList<DocumentRequest> told, DateOnly today)
{
    public string Subject => One(told.Count == 1 ? $"{lender}: we need one document from you" : $"{lender}: we need {told.Count} documents from you");

    public string Text(string link)
    {
        var text = new StringBuilder();
        Section(text, "Please send us:", told.Where(request => request is { Status: DocumentStatus.Requested, IsRequired: true } && request.ToldTimes == 0));
        Section(text, "Still awaited:", told.Where(request => request is { Status: DocumentStatus.Requested, IsRequired: true } && request.ToldTimes > 0));
        Section(text, "Please send these again:", told.Where(request => request.Status is DocumentStatus.Rejected or DocumentStatus.Expired));
        Section(text, "If you have them at hand, you may send these too. They are not required now:", told.Where(request => request is { Status: DocumentStatus.Requested, IsRequired: false }));
        text.Append("Open your list and send photos or files here:\n\n").Append(link).Append(null, $"\n\nThe link is yours alone and works for {BorrowerLink.Lifetime.Days} days. Please do not send documents by e-mail.\n");
        if (officer is not null)
        {
            text.Append(null, $"\nQuestions? {officer.Name}{(officer.Phone is { } phone ? $", {phone}" : "")}, {officer.Email}");
            if (officer.NmlsId is { } nmls) text.Append(null, $"\nNMLS {nmls}");
        }
        return text.Append(null, $"\n{lender}\n").ToString();
    }

    private void Section(StringBuilder text, string heading, IEnumerable<DocumentRequest> requests)
    {
        var lines = requests.ToList();
        if (lines.Count == 0) return;
        text.Append(heading).Append('\n');
        foreach (var request in lines)
        {
            text.Append("  - ").Append(One(request.Name));
            if (request.DueOn is { } due) text.Append(null, $" ({PaperWords.Due(due, today).ToLowerInvariant()})");
            text.Append('\n');
            if (request.Status == DocumentStatus.Expired) text.Append("    What you sent is out of date by now.\n");
            else if (PaperWords.Why(request.Rejection, request.Reason) is { } why) text.Append("    ").Append(One(why)).Append('\n');
        }
        text.Append('\n');
    }

    private static string One(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
