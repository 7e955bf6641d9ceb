namespace CrmStudio.App.Loans.Parts;

/// <summary>A field both people changed: which value stands?</summary>
public sealed record MergeQuestion(string Label, string Theirs, string Mine);
