namespace CrmStudio.App.Loans.Views;

/// <summary>How the calendar is laid out.</summary>
public enum CalendarLook
{
    /// <summary>A month as weeks.</summary>
    Month,

    /// <summary>One week with all its entries.</summary>
    Week,

    /// <summary>A list by day, from a day on.</summary>
    Agenda,

    /// <summary>A month as a table: the twin of the picture.</summary>
    Table,
}
