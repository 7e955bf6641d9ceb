namespace CrmStudio.App.Contacts.Views;

/// <summary>What the list of people can be sorted by; each order has an index.</summary>
public enum PeopleSort
{
    /// <summary>Last name, then first name.</summary>
    Name,

    /// <summary>When somebody last spoke or wrote with them; who was never spoken with comes first, the longest silence next.</summary>
    Touch,

    /// <summary>When they were entered.</summary>
    Created,
}
