namespace CrmStudio.Domain.Contacts;

/// <summary>What a field of the organization's own holds.</summary>
public enum CustomFieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a list.</summary>
    Choice,
}
