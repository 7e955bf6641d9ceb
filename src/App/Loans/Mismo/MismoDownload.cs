namespace CrmStudio.App.Loans.Mismo;

/// <summary>A MISMO file on its way out.</summary>
public sealed record MismoDownload(string Name, Stream Content);
