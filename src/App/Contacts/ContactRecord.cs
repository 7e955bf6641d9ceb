namespace CrmStudio.App.Contacts;

/// <summary>A record of another room that a person is part of.</summary>
/// <param name="Id">The record.</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>.</param>
/// <param name="Label">What it is called: "Loan HL-2026-0141".</param>
/// <param name="Hint">Where it stands.</param>
/// <param name="Href">Its page.</param>
public sealed record ContactRecord(Guid Id, string Icon, string Label, string Hint, string Href);
