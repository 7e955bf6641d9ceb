using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>Gives a new row the organization its context is bound to, the moment it is added.</summary>
internal sealed class OrganizationKeyGenerator : ValueGenerator<Guid>
{
    public override bool GeneratesTemporaryValues => false;

    public override Guid Next(EntityEntry entry) => ((CrmDbContext)entry.Context).OrgId;
}
