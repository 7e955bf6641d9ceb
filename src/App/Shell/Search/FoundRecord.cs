namespace CrmStudio.App.Shell.Search;

/// <summary>A record that was found, as a row shows it. Never an amount: not everybody may see one, and nobody searches for one.</summary>
/// <param name="Id">The record.</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Detail">What tells it from others of the name.</param>
/// <param name="Href">Where it opens.</param>
/// <param name="Tag">Its state in a word or two.</param>
/// <param name="TagColor">1 to 12 when the state is a stage.</param>
public sealed record FoundRecord(Guid Id, string Icon, string Title, string Detail, string Href, string? Tag = null, int? TagColor = null);
