using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Contacts.Tasks;

/// <summary>How a room tells the tasks about its records: whose they are, what they are called, and who sees them.</summary>
public interface ITaskSubjects
{
    /// <summary>The records' table.</summary>
    string Table { get; }

    /// <summary>Records a member looks after: a task about one of them that names nobody is theirs.</summary>
    IQueryable<Guid> LookedAfterBy(CrmDbContext db, Guid memberId);

    /// <summary>Those of some records the member may see, with their names and addresses.</summary>
    Task<IReadOnlyDictionary<Guid, TaskSubject>> NamesAsync(CrmDbContext db, CurrentMember me, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
