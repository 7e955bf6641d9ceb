namespace CrmStudio.App.Kit.Marks;

/// <summary>What a colour means. A word or a shape always says it too.</summary>
public enum Tone
{
    /// <summary>Neither good nor bad.</summary>
    Plain,

    /// <summary>Done, accepted, on pace.</summary>
    Ok,

    /// <summary>A deadline is near.</summary>
    Warn,

    /// <summary>Late, refused or lost.</summary>
    Bad,

    /// <summary>Waiting for someone.</summary>
    Info,

    /// <summary>Chosen.</summary>
    Accent,
}
