namespace CrmStudio.Infrastructure.Contacts;

/// <summary>Columns of people that PostgreSQL works out of others, because only their kind of column is found through an index behind the fence.</summary>
public static class ContactTwins
{
    /// <summary>First and last name in lower case: the form two people of one name are found by.</summary>
    public const string NameKey = "NameKey";
}
