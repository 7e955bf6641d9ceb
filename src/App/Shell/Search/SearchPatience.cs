namespace CrmStudio.App.Shell.Search;

/// <summary>How long a search may take before what it has is shown.</summary>
public sealed record SearchPatience(TimeSpan Limit)
{
    /// <summary>Longer than this, the next letter is typed already.</summary>
    public static SearchPatience Usual { get; } = new(TimeSpan.FromMilliseconds(300));
}
