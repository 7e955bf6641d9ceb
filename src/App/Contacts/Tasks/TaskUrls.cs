namespace CrmStudio.App.Contacts.Tasks;

/// <summary>Addresses of the pages about tasks.</summary>
public static class TaskUrls
{
    public const string MyDay = "/today";

    public const string Sequences = "/settings/task-sequences";

    public static string DayOf(Guid? memberId) => memberId is { } id ? $"{MyDay}?of={id}" : MyDay;
}
