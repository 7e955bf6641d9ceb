namespace CrmStudio.Domain.Contacts;

/// <summary>How often a task comes back once it is done.</summary>
public enum TaskRepeat
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Monday to Friday.</summary>
    Workdays,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every other week.</summary>
    EveryOtherWeek,

    /// <summary>Every month, on the day of the month it began on, or the month's last.</summary>
    Monthly,

    /// <summary>Every third month.</summary>
    Quarterly,

    /// <summary>Every year.</summary>
    Yearly,
}
