namespace CrmStudio.Domain.Contacts;

/// <summary>What a further way to reach a person is.</summary>
public enum ReachKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,
}
