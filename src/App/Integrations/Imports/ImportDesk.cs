using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>What a room does with rows of a file within one unit of work, so that dry run, fixing and writing judge them by the same rules.</summary>
public abstract class ImportDesk
{
    /// <summary>Reads a row and judges it, without looking whether its record is there.</summary>
    public abstract ImportReading Read(ImportRow row);

    /// <summary>The records that are there under the keys, and whether the member may change them.</summary>
    public abstract Task<IReadOnlyDictionary<string, bool>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>What keeps a row out whose record is there already; null when nothing does.</summary>
    public abstract ImportProblem? Clash(bool isMine);

    /// <summary>What keeps rows out that would change a record that is there, by key: rules the change would break. Changes nothing, so that the dry run can ask.</summary>
    /// <param name="readings">Rows whose records are there and may be changed.</param>
    /// <param name="ct">Cancels.</param>
    public virtual Task<IReadOnlyDictionary<string, ImportProblem>> BarsAsync(IReadOnlyList<ImportReading> readings, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, ImportProblem>>(new Dictionary<string, ImportProblem>(StringComparer.Ordinal));

    /// <summary>Puts rows into the unit that could be read; the machinery saves.</summary>
    /// <returns>One for each reading.</returns>
    public abstract Task<IReadOnlyList<ImportWriting>> WriteAsync(IReadOnlyList<ImportReading> readings, CancellationToken ct);

    /// <summary>Takes records back that rows of one chunk became, but for those somebody worked on since; the machinery saves.</summary>
    /// <param name="ids">The records.</param>
    /// <param name="savedAs">Id of the transaction that wrote them.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What is removed.</returns>
    public abstract Task<IReadOnlyList<Entity>> TakeBackAsync(IReadOnlyCollection<Guid> ids, long savedAs, CancellationToken ct);
}
