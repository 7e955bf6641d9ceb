namespace CrmStudio.Domain.Contacts;

/// <summary>Days of a person's life worth a call.</summary>
public enum ContactDateKind
{
    /// <summary>Birthday.</summary>
    Birthday,

    /// <summary>Wedding day.</summary>
    Anniversary,

    /// <summary>The day they got the keys.</summary>
    HomeAnniversary,

    /// <summary>Any other day.</summary>
    Other,
}
