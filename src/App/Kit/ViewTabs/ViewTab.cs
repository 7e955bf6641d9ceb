namespace CrmStudio.App.Kit.ViewTabs;

/// <summary>A view as a tab: a link, because a view is an address.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Href">Its address.</param>
/// <param name="Count">How many records it shows: "12", "10,000+".</param>
/// <param name="IsCurrent">Whether it is looked at.</param>
/// <param name="Hint">Whose it is.</param>
public sealed record ViewTab(string Label, string Href, string? Count = null, bool IsCurrent = false, string? Hint = null);
