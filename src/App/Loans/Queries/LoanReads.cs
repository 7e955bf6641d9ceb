using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Live;

namespace CrmStudio.App.Loans.Queries;

/// <summary>
/// Reads of loans that are made alike within seconds: by the page that is drawn first and its circuit, and by everybody who sees the same
/// loans when one of them changed. Made once on each node, and kept until a notice says that something they depend on changed.
/// </summary>
public sealed class LoanReads(KeptReads kept, CurrentMember me)
{
    /// <summary>Figures that cost more than they move, such as goal rails and counts of tabs, follow the loans within this time.</summary>
    public static readonly TimeSpan Follow = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan keptFor = TimeSpan.FromSeconds(15);   // days and "within" conditions go on while nothing is saved
    private static readonly string[] names = ["pipelines", "pipeline_stages", "pipeline_endings", "members", "teams", "team_members"];
    private static readonly string[] loans = [.. names, LoanTables.Loans, LoanTables.Tasks];

    /// <summary>Loans as they are now.</summary>
    /// <param name="what">What is read, with everything but filter and viewer that makes the answer another one.</param>
    /// <param name="filter">Which loans.</param>
    /// <param name="read">Reads it; says which refusal stands against whoever asks.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<Outcome<T>> NowAsync<T>(object what, LoanFilter filter, Func<CancellationToken, Task<Outcome<T>>> read, CancellationToken ct) => ReadAsync(what, filter, loans, keptFor, read, ct);

    /// <summary>Figures about loans, at most <see cref="Follow"/> behind them.</summary>
    /// <inheritdoc cref="NowAsync" />
    public Task<Outcome<T>> FollowingAsync<T>(object what, LoanFilter filter, Func<CancellationToken, Task<Outcome<T>>> read, CancellationToken ct) => ReadAsync(what, filter, [.. names, "stage_goals", "saved_views"], Follow, read, ct);

    private async Task<Outcome<T>> ReadAsync<T>(object what, LoanFilter filter, string[] tables, TimeSpan atMost, Func<CancellationToken, Task<Outcome<T>>> read, CancellationToken ct)
    {
        if (!me.May(LoanPermissions.Read)) return await read(ct);   // refuses, and the audit trail says so
        var known = await kept.ReadAsync(me.OrgId, (nameof(LoanReads), what, Sight(filter)), tables, atMost, () => read(CancellationToken.None), answer => answer.IsDone).WaitAsync(ct);
        return known.IsDone ? known : await read(ct);   // a refusal is about who read
    }

    // Who sees every loan sees the same as others who do, unless the filter is about whoever looks.
    private object Sight(LoanFilter filter)
    {
        var isShared = me.ScopeOf(LoanPermissions.Read) == Scope.Organization && !filter.Conditions.Any(condition => condition.Values.Contains(LoanCondition.Me));
        return (filter.ToString(), me.SeesAmounts(), isShared ? Guid.Empty : me.Id, isShared ? 0 : me.Authority.AccessVersion);
    }
}
