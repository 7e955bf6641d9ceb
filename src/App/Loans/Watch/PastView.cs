using CrmStudio.Domain.Loans.Watch;

namespace CrmStudio.App.Loans.Watch;

/// <summary>Which funded loans, in which order, as the address says it.</summary>
public sealed record PastView(PastWho Who = PastWho.Gains, WatchVerdict? Why = null, bool IsMine = false, PastSort Sort = PastSort.Gain, bool IsDescending = true)
{
    /// <summary>Reads an address; what it does not know is as usual.</summary>
    public static PastView Parse(string? who, string? why, bool mine, string? sort) => new(
        Known(who, PastWho.Gains), why is null ? null : Enum.TryParse<WatchVerdict>(why, ignoreCase: true, out var verdict) && Enum.IsDefined(verdict) ? verdict : null, mine,
        Known(sort?.TrimStart('-'), PastSort.Gain), sort is null || sort.StartsWith('-'));

    /// <summary>The address, with whose peek is open.</summary>
    public string Href(Guid? peek = null) => $"{LoanUrls.Past}?who={Who.ToString().ToLowerInvariant()}{(Why is { } why ? $"&why={why.ToString().ToLowerInvariant()}" : "")}{(IsMine ? "&mine=true" : "")}&sort={(IsDescending ? "-" : "")}{Sort.ToString().ToLowerInvariant()}{(peek is { } id ? $"&peek={id}" : "")}";

    private static T Known<T>(string? text, T usual)
        where T : struct, Enum => text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var known) ? known : usual;
}
