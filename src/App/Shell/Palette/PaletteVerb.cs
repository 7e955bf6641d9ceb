namespace CrmStudio.App.Shell.Palette;

/// <summary>Something to do with the record that is open.</summary>
/// <param name="Label">What it does: "Move to Clear to close".</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
/// <param name="RunAsync">Does it.</param>
public sealed record PaletteVerb(string Label, string Icon, Func<Task> RunAsync)
{
    /// <summary>The key that does the same on this page.</summary>
    public string? Key { get; init; }

    /// <summary>A word on the state it would change.</summary>
    public string? Hint { get; init; }

    /// <summary>Shown only when asked for by name: the rarer of many alike.</summary>
    public bool IsQuiet { get; init; }
}
