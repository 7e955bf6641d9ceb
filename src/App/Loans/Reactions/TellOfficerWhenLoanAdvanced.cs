using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Reactions;

/// <summary>Tells the loan officer when somebody else moved their loan.</summary>
public sealed class TellOfficerWhenLoanAdvanced : IReaction<LoanAdvanced>
{
    public async Task RunAsync(LoanAdvanced happened, CrmUnit unit, CancellationToken ct)
    {
        var told = await unit.Db.Loans.Where(loan => loan.Id == happened.LoanId && loan.OfficerId != null && loan.OfficerId != happened.By)
            .Select(loan => new
            {
                Officer = loan.OfficerId!.Value, loan.BorrowerName,
                Stage = unit.Db.PipelineStages.Where(stage => stage.Id == happened.ToStageId).Select(stage => stage.Name).First(),
                By = unit.Db.Members.Where(member => member.Id == happened.By).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(ct);
        if (told is not null)
            unit.Db.Notifications.Add(new Notification(told.Officer, $"{told.By ?? "CrmStudio"} moved {told.BorrowerName} to {told.Stage}", LoanUrls.For(happened.LoanId), happened.At));
    }
}
