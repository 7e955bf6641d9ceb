namespace CrmStudio.App.Kit.Marks;

/// <summary>When the next action on a record is due.</summary>
public enum NextAction
{
    /// <summary>Nothing is planned: dashed ring.</summary>
    None,

    /// <summary>Planned for a later day: ring.</summary>
    Planned,

    /// <summary>Due today: disc.</summary>
    Today,

    /// <summary>Overdue: triangle.</summary>
    Late,
}
