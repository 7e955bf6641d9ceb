namespace CrmStudio.App.Kit.Marks;

/// <summary>How large a person is drawn.</summary>
public enum AvatarSize
{
    /// <summary>20 px: cards and rows.</summary>
    Small,

    /// <summary>28 px: lists of people.</summary>
    Medium,

    /// <summary>40 px: the head of a record.</summary>
    Large,
}
