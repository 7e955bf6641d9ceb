using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers;

/// <summary>Opens units of work on one document. The use cases around documents begin here, each with its verb and permission.</summary>
public sealed class PaperDesk(CrmWork work, CurrentMember me)
{
    /// <summary>Begins, and finds the document among the loans the permission reaches.</summary>
    public async Task<OpenPaper> OpenAsync(string verb, Permission permission, Guid requestId, CancellationToken ct)
    {
        var unit = await work.BeginAsync(verb, permission, ct);
        if (unit.Refused is { } refused) return new OpenPaper(refused);

        var request = await unit.Db.DocumentRequests.SingleOrDefaultAsync(one => one.Id == requestId, ct);
        var loan = request is null ? null : await unit.Db.Loans.AsNoTracking().VisibleTo(me, permission).SingleOrDefaultAsync(one => one.Id == request.LoanId, ct);
        if (request is not null && loan is not null) return new OpenPaper(unit, loan, request);

        await unit.DisposeAsync();
        return new OpenPaper(Refusal.NotFound);
    }
}
