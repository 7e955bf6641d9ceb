namespace CrmStudio.App.Contacts.Tasks;

/// <summary>What a task is about.</summary>
public sealed record TaskSubject(string Name, string Href);
