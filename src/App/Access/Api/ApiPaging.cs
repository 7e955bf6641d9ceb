using CrmStudio.Domain.Common;

namespace CrmStudio.App.Access.Api;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="After">The last record of the page before; null for the first page.</param>
/// <param name="Limit">Records a page.</param>
public sealed record ApiPaging(Guid? After, int Limit)
{
    /// <summary>Records a page when nothing is said.</summary>
    public const int UsualLimit = 50;

    /// <summary>Records a page at most.</summary>
    public const int MaxLimit = 200;

    public static Outcome<ApiPaging> Of(string? after, int? limit)
    {
        if (limit is < 1 or > MaxLimit) return Refusal.Invalid("limit", $"A page has 1 to {MaxLimit} records.");
        if (string.IsNullOrEmpty(after)) return new ApiPaging(null, limit ?? UsualLimit);
        return Guid.TryParse(after, out var id) ? new ApiPaging(id, limit ?? UsualLimit) : Refusal.Invalid("after", "Send what the page before said as “next”.");
    }

    /// <summary>The page, of one record more than it holds.</summary>
    public ApiPageOf<T> Page<T>(IReadOnlyList<T> read, Func<T, Guid> id) => read.Count > Limit ? new([.. read.Take(Limit)], id(read[Limit - 1])) : new(read, null);
}
